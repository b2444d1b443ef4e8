package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses, before the body is read, every query parameter that the resource does not describe. */
@Singleton
class QueryCheck {

    @ServerRequestFilter
    void check(UriInfo uri, ResourceInfo resource) {
        if (uri.getQueryParameters().isEmpty()) {
            return;
        }
        Set<String> known = Arrays.stream(resource.getResourceMethod().getAnnotationsByType(Parameter.class))
                .filter(parameter -> parameter.in() == ParameterIn.QUERY)
                .map(Parameter::name)
                .collect(Collectors.toCollection(TreeSet::new));
        uri.getQueryParameters().forEach((name, values) -> check(name, values, known));
    }

    private static void check(String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            String what = known.isEmpty()
                    ? "none is known beside a form: its fields say it"
                    : "known are " + String.join(", ", known);
            throw new RefusedException(Problem.BAD_PARAMETER, "there is no such parameter; " + what, name);
        }
        if (values.size() > 1) {
            throw new RefusedException(Problem.BAD_PARAMETER, "given more than once", name);
        }
    }
}
