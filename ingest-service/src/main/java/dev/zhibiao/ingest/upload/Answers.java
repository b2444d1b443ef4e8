package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes every refusal, from the one table of problems. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class Answers implements OASFilter {

    private static final String PROBLEM = "Problem";

    /** What a document, its sender or the moment can be refused for. */
    private static final List<Problem> REFUSALS = List.of(
            Problem.BAD_PARAMETER,
            Problem.UNAUTHORIZED,
            Problem.FORBIDDEN,
            Problem.TOO_LARGE,
            Problem.UNSUPPORTED_TYPE,
            Problem.EMPTY,
            Problem.UNREADABLE,
            Problem.ENCRYPTED,
            Problem.NO_TEXT,
            Problem.NOT_CHINESE,
            Problem.LIMIT_EXCEEDED,
            Problem.TOO_MANY_REQUESTS,
            Problem.INTERNAL,
            Problem.OVERLOADED,
            Problem.BROKER_UNAVAILABLE,
            Problem.ISSUER_UNAVAILABLE);

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema(PROBLEM, problem());
        if (api.getPaths() != null) {
            api.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(item -> item.getOperations().values().forEach(Answers::add));
        }
    }

    private static void add(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        Map<Integer, List<Problem>> byStatus =
                REFUSALS.stream().collect(Collectors.groupingBy(Problem::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, problems) ->
                operation.getResponses().addAPIResponse(Integer.toString(status), refusal(status, problems)));
    }

    private static APIResponse refusal(int status, List<Problem> problems) {
        APIResponse answer = OASFactory.createAPIResponse()
                .description(problems.stream()
                        .map(problem -> problem.code() + ": " + problem.title())
                        .collect(Collectors.joining("; ")))
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema(problems))));
        return status == 503 || status == 429 ? answer.addHeader("Retry-After", seconds()) : answer;
    }

    /** A problem with one of these codes. */
    private static Schema schema(List<Problem> problems) {
        Schema code = of(Schema.SchemaType.STRING);
        problems.forEach(problem -> code.addEnumeration(problem.code()));
        return OASFactory.createSchema()
                .addAllOf(OASFactory.createSchema().ref(PROBLEM))
                .addAllOf(OASFactory.createSchema().addProperty("code", code));
    }

    private static Schema problem() {
        return of(Schema.SchemaType.OBJECT)
                .description("RFC 9457")
                .addProperty("type", text("an identifier that ends with the code"))
                .addProperty("title", text("for people; may change"))
                .addProperty("status", of(Schema.SchemaType.INTEGER))
                .addProperty("code", text("stable, for programs"))
                .addProperty("detail", text("what exactly is wrong"))
                .addProperty("parameter", text("the parameter or part that is wrong, where it is one"))
                .addRequired("status")
                .addRequired("code");
    }

    private static Header seconds() {
        return OASFactory.createHeader()
                .description("seconds after which it is worth asking again")
                .schema(of(Schema.SchemaType.INTEGER));
    }

    private static Schema text(String description) {
        return of(Schema.SchemaType.STRING).description(description);
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
