package dev.zhibiao.store.export;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The media types of answers. A link cannot say what it accepts, so {@code ?format=} says it and counts more than the header
 * {@code Accept}.
 */
@Singleton
public class Formats {

    /** Name of the query parameter. */
    public static final String PARAMETER = "format";

    /** What the parameter means. */
    public static final String DESCRIPTION =
            "of the answer, as Accept says it otherwise; anything but json is a file with the whole answer";

    /** RFC 4180 in UTF-8 with a byte order mark, by which Excel knows that it is no other encoding. */
    public static final String CSV = "text/csv;charset=UTF-8";

    /** Office Open XML (ECMA-376). */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** SDMX-CSV 2.0. */
    public static final String SDMX_CSV = "application/vnd.sdmx.data+csv;version=2.0.0";

    private static final Map<String, String> BY_NAME =
            Map.of("json", "application/json", "csv", CSV, "xlsx", XLSX, "sdmx-csv", SDMX_CSV);

    @ServerRequestFilter(preMatching = true)
    void choose(ContainerRequestContext request) {
        String name = request.getUriInfo().getQueryParameters().getFirst(PARAMETER);
        String type = name == null ? null : BY_NAME.get(name.strip());
        // Any other name is refused by whoever describes the parameter, or does not.
        if (type != null) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, type);
        }
    }
}
