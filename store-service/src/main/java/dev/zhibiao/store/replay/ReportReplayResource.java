package dev.zhibiao.store.replay;

import dev.zhibiao.events.Problem;
import dev.zhibiao.events.Replay;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.RefusedException;
import dev.zhibiao.store.report.StoredReception;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Has a report read again (role operate). A class of its own: what begins with a longer path is asked first. */
@Path("/reports/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReportReplayResource {

    private static final String RUN = "[A-Za-z0-9._-]{1,64}";

    private final StoredReception receptions;
    private final PutBack putBack;

    ReportReplayResource(StoredReception receptions, PutBack putBack) {
        this.receptions = receptions;
        this.putBack = putBack;
    }

    @POST
    @Operation(
            summary = "Has the stored text read again. run: name to ask for the outcome by; dryRun: nothing is written;"
                    + " allowOlder: an older extractor may replace what is stored")
    @Parameter(
            name = "run",
            in = ParameterIn.QUERY,
            description = "name to ask for the outcome by",
            schema = @Schema(type = SchemaType.STRING, pattern = RUN),
            example = "release-7")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "true: nothing is written",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
            example = "true")
    @Parameter(
            name = "allowOlder",
            in = ParameterIn.QUERY,
            description = "true: an older extractor may replace what is stored",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"),
            example = "true")
    public Response replay(@PathParam("id") String id, @Context UriInfo uri) {
        Parameters query = Parameters.of(uri);
        String run = run(query.get("run"));
        StoredReception.Reception reception = receptions.of(id);
        boolean dry = query.is("dryRun", false);
        boolean older = query.is("allowOlder", false);
        putBack.received(reception.event(), new Replay(run, dry, older ? reception.version() : null, 0));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reportId", id);
        body.put("run", run);
        body.put("dryRun", dry);
        return Response.accepted(body).build();
    }

    /** The name of a run, a new one where none is given. */
    static String run(@Nullable String named) {
        if (named == null) {
            return UUID.randomUUID().toString();
        }
        if (!named.matches(RUN)) {
            throw new RefusedException(
                    Problem.BAD_PARAMETER, "run: 1 to 64 letters, digits, dots, dashes and underscores", "run");
        }
        return named;
    }
}
