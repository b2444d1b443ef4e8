package dev.zhibiao.store.query;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Describes the answers that every operation can give, so that no resource has to. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class CommonAnswers implements OASFilter {

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
        add(answers, "400", "bad-parameter");
        add(answers, "401", "unauthorized");
        add(answers, "403", "forbidden");
        add(answers, "503", "unavailable");
        if (named) {
            add(answers, "404", "not-found");
        }
    }

    private static void add(APIResponses answers, String code, String name) {
        // The framework describes 401 and 403 in its own words where it knows of roles.
        answers.addAPIResponse(code, OASFactory.createAPIResponse().ref(name));
    }
}
