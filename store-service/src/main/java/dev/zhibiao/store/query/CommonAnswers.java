package dev.zhibiao.store.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Describes the answers that every operation can give, so that no resource has to, and gives examples of those in JSON:
 * the files of {@code examples/}, named like the path.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class CommonAnswers implements OASFilter {

    private static final Map<String, String> FILES = Map.of(
            "csv", "text/csv",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "sdmx-csv", "application/vnd.sdmx.data+csv;version=2.0.0");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().forEach((path, item) -> {
                item.getOperations().values().forEach(operation -> add(operation, path.contains("{")));
                if (item.getGET() != null) {
                    example(path, item.getGET().getResponses());
                }
            });
        }
    }

    private static void example(String path, APIResponses answers) {
        APIResponse answer = answers.getAPIResponse("200");
        MediaType json = answer == null || answer.getContent() == null
                ? null
                : answer.getContent().getMediaType("application/json");
        String file = path.substring(1).replaceAll("[{}]", "").replace('/', '-') + ".json";
        try (InputStream example = CommonAnswers.class.getResourceAsStream("/dev/zhibiao/store/examples/" + file)) {
            if (json != null && example != null) {
                json.setExample(new ObjectMapper().readValue(example, Object.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static void add(Operation operation, boolean named) {
        APIResponses answers = operation.getResponses();
        if (answers == null) {
            answers = OASFactory.createAPIResponses();
            operation.setResponses(answers);
        }
        files(operation, answers);
        add(answers, "400", "bad-parameter");
        add(answers, "401", "unauthorized");
        add(answers, "403", "forbidden");
        add(answers, "406", "not-acceptable");
        add(answers, "429", "too-many-requests");
        add(answers, "500", "internal");
        add(answers, "503", "unavailable");
        if (named) {
            add(answers, "404", "not-found");
        }
    }

    /** Where a format can be asked for, the answer comes in it. */
    private static void files(Operation operation, APIResponses answers) {
        APIResponse answer = answers.getAPIResponse("200");
        if (answer == null || answer.getContent() == null || operation.getParameters() == null) {
            return;
        }
        operation.getParameters().stream()
                .filter(parameter ->
                        String.valueOf(parameter.getRef()).endsWith("/format") || "format".equals(parameter.getName()))
                .flatMap(parameter -> parameter.getSchema() == null
                        ? Stream.of("csv", "xlsx")
                        : parameter.getSchema().getEnumeration().stream().map(String::valueOf))
                .map(FILES::get)
                .filter(Objects::nonNull)
                .forEach(type -> answer.getContent().addMediaType(type, OASFactory.createMediaType()));
    }

    private static void add(APIResponses answers, String code, String name) {
        // The framework describes 401 and 403 in its own words where it knows of roles.
        answers.addAPIResponse(code, OASFactory.createAPIResponse().ref(name));
    }
}
