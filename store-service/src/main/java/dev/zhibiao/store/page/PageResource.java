package dev.zhibiao.store.page;

import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the web page asks for. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class PageResource {

    private static final int LONGEST_TYPED = 50;
    /** Suggestions where no other number is asked for: what fits below a box. */
    private static final int FEW = 10;

    private static final List<String> ROLES = List.of("read", "operate", "publish");

    private final PageConfig page;
    private final Standings standings;
    private final Live live;
    private final Suggestions suggestions;
    private final SecurityIdentity caller;
    private final String version;

    PageResource(
            PageConfig page,
            Standings standings,
            Live live,
            Suggestions suggestions,
            SecurityIdentity caller,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.page = page;
        this.standings = standings;
        this.live = live;
        this.suggestions = suggestions;
        this.caller = caller;
        this.version = version;
    }

    /**
     * What the page must know before it asks for anything.
     *
     * @param ingest where documents are sent: a path on this origin, or an address
     * @param roles of the caller; none where nobody is known
     * @param version of this service
     */
    record About(String ingest, Set<String> roles, String version) {}

    @GET
    @Path("/page/config")
    @Operation(summary = "Where ingest is, and what the caller may do")
    public About config() {
        Set<String> roles = new TreeSet<>();
        ROLES.stream().filter(caller::hasRole).forEach(roles::add);
        return new About(page.ingest().toString(), roles, version);
    }

    @GET
    @Path("/overview")
    @Blocking
    @Operation(summary = "Reports by state, observations by year of reading and level")
    public Standings.Overview overview() {
        return standings.overview();
    }

    @GET
    @Path("/suggestions")
    @Blocking
    @Operation(
            summary =
                    "Areas and indicators of the catalogue that a search box may mean, by name, a part of it, or pinyin")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "what was typed: Chinese, English, a code, pinyin or its initials",
            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_TYPED),
            example = "nb")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "only these",
            schema = @Schema(enumeration = {"area", "indicator"}),
            example = "area")
    @Parameter(ref = "limit")
    public Page<Suggestion> suggestions(@Context UriInfo uri) {
        Parameters query = Parameters.of(uri);
        int limit = query.get("limit") == null ? FEW : query.limit();
        return new Page<>(suggestions.of(query.required("q"), query.get("kind"), limit), null);
    }

    @GET
    @Path("/overview/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "The overview whenever it changed, as server-sent events named overview")
    @APIResponse(responseCode = "200", description = "events whose data is what /overview answers")
    public Multi<OutboundSseEvent> live(@Context Sse sse) {
        return live.stream()
                .map(overview -> sse.newEventBuilder()
                        .name("overview")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(Standings.Overview.class, overview)
                        .build());
    }
}
