package dev.zhibiao.store.query;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses every query parameter that the resource does not describe, and every value that its description does not
 * allow. What is described and what is heeded are therefore the same.
 */
@Singleton
class QueryCheck {

    private static final int LONGEST = 200;
    private static final int LONGEST_LIST = 2000;
    private static final Map<String, Parameter> SHARED = Arrays.stream(Api.class
                    .getAnnotation(OpenAPIDefinition.class)
                    .components()
                    .parameters())
            .collect(Collectors.toUnmodifiableMap(Parameter::name, Function.identity()));

    private final Map<Method, Map<String, Parameter>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(UriInfo uri, ResourceInfo resource) {
        Map<String, Parameter> described = known.computeIfAbsent(resource.getResourceMethod(), QueryCheck::described);
        uri.getQueryParameters().forEach((name, values) -> check(name, values, described));
    }

    /** The query parameters of a resource's method by name. */
    static Map<String, Parameter> described(Method method) {
        Map<String, Parameter> described = new TreeMap<>();
        for (Parameter parameter : descriptive(method).getAnnotationsByType(Parameter.class)) {
            Parameter whole = SHARED.getOrDefault(parameter.ref(), parameter);
            if (whole.in() == ParameterIn.QUERY) {
                described.put(whole.name(), whole);
            }
        }
        return described;
    }

    /** The method itself; of one that gives the same answer as a file, the one that describes both. */
    private static Method descriptive(Method method) {
        if (!isHidden(method)) {
            return method;
        }
        String path = path(method);
        return Arrays.stream(method.getDeclaringClass().getMethods())
                .filter(other -> other.isAnnotationPresent(GET.class) && !isHidden(other))
                .filter(other -> path.equals(path(other)))
                .findFirst()
                .orElse(method);
    }

    private static String path(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static boolean isHidden(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation != null && operation.hidden();
    }

    private static void check(String name, List<String> values, Map<String, Parameter> described) {
        Parameter parameter = described.get(name);
        if (parameter == null) {
            throw Parameters.bad(
                    name,
                    "there is no such parameter; "
                            + (described.isEmpty()
                                    ? "none is known here"
                                    : "known are " + String.join(", ", described.keySet())));
        }
        Schema schema = parameter.schema();
        if (values.size() > 1 && schema.type() != SchemaType.ARRAY) {
            throw Parameters.bad(name, "given more than once");
        }
        values.stream().filter(value -> !value.isBlank()).forEach(value -> check(parameter, value.strip()));
    }

    private static List<String> allowed(Schema schema) {
        return schema.implementation().isEnum()
                ? Stream.of(schema.implementation().getEnumConstants())
                        .map(Object::toString)
                        .toList()
                : List.of(schema.enumeration());
    }

    private static void check(Parameter parameter, String value) {
        String name = parameter.name();
        Schema schema = parameter.schema();
        int longest = schema.maxLength() > 0
                ? schema.maxLength()
                : schema.type() == SchemaType.ARRAY ? LONGEST_LIST : LONGEST;
        if (value.length() > longest) {
            throw Parameters.bad(name, "longer than " + longest + " characters");
        }
        List<String> allowed = allowed(schema);
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw Parameters.bad(name, "must be one of " + String.join(", ", allowed));
        }
        if (!schema.pattern().isEmpty() && !value.matches(schema.pattern())) {
            throw Parameters.bad(name, "must be like " + parameter.example() + " (" + parameter.description() + ")");
        }
        if (schema.type() == SchemaType.BOOLEAN && !value.matches("true|false")) {
            throw Parameters.bad(name, "must be true or false");
        }
        if (schema.type() == SchemaType.INTEGER
                && (!value.matches("[0-9]{1,9}")
                        || Integer.parseInt(value) < Integer.parseInt(schema.minimum())
                        || Integer.parseInt(value) > Integer.parseInt(schema.maximum()))) {
            throw Parameters.bad(name, "must be a number from " + schema.minimum() + " to " + schema.maximum());
        }
    }
}
