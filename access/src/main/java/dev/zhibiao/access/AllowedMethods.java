package dev.zhibiao.access;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Says in {@code Allow} what a path may be asked for, in every 405 (RFC 9110, 15.5.6) and to {@code OPTIONS}: the
 * framework says it of whole classes to the latter and leaves it out of the former.
 */
@Singleton
class AllowedMethods {

    private final BeanManager beans;
    private volatile @Nullable Set<Route> routes;

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    private record Route(Pattern path, String method) {

        /** Our paths are letters, strokes and parameters. */
        static Route of(String path, String method) {
            String literal = path.replaceAll("/+", "/").replaceAll("/$", "");
            String pattern = literal.replaceAll("\\{[^}]*}", "[^/]+");
            return new Route(Pattern.compile(pattern + "/?"), method);
        }
    }

    @ServerResponseFilter
    void allow(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 405 || request.getMethod().equals(HttpMethod.OPTIONS)) {
            Set<String> methods = of(request.getUriInfo().getRequestUri().getPath());
            if (!methods.isEmpty()) {
                response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methods));
            }
        }
    }

    private Set<String> of(String path) {
        Set<Route> known = routes;
        if (known == null) {
            known = routes();
            routes = known;
        }
        Set<String> methods = new TreeSet<>();
        for (Route route : known) {
            if (route.path().matcher(path).matches()) {
                methods.add(route.method());
                methods.add(HttpMethod.OPTIONS);
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    private Set<Route> routes() {
        Set<Route> found = new HashSet<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).forEach(bean -> {
            Class<?> resource = bean.getBeanClass();
            if (resource.isAnnotationPresent(Path.class)) {
                for (Method method : resource.getMethods()) {
                    for (Annotation annotation : method.getAnnotations()) {
                        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                        if (verb != null) {
                            found.add(Route.of("/" + path(resource) + "/" + path(method), verb.value()));
                        }
                    }
                }
            }
        });
        return found;
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }
}
