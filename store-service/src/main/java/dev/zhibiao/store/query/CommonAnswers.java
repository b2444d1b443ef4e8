package dev.zhibiao.store.query;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Describes the answers that every operation can give, so that no resource has to. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class CommonAnswers implements OASFilter {

    private static final Map<String, String> FILES = Map.of(
            "csv", "text/csv",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "sdmx-csv", "application/vnd.sdmx.data+csv;version=2.0.0");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() != null) {
            api.getPaths()
                    .getPathItems()
                    .forEach((path, item) ->
                            item.getOperations().values().forEach(operation -> add(operation, path.contains("{"))));
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
