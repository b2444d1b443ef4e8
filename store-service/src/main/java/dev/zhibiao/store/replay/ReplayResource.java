package dev.zhibiao.store.replay;

import dev.zhibiao.events.Problem;
import dev.zhibiao.events.Replay;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.RefusedException;
import dev.zhibiao.store.report.StoredReception;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Failures and replays (role operate). */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReplayResource {

    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    private final Failures failures;
    private final ReplayRuns runs;
    private final StoredReception receptions;
    private final PutBack putBack;

    ReplayResource(Failures failures, ReplayRuns runs, StoredReception receptions, PutBack putBack) {
        this.failures = failures;
        this.runs = runs;
        this.receptions = receptions;
        this.putBack = putBack;
    }

    @GET
    @Path("/failures")
    @Operation(summary = "Records that stages gave up, by stage, code, report, and state open or replayed")
    public Page<Map<String, Object>> failures(@Context UriInfo uri) {
        return failures.page(Parameters.of(uri, Failures.PARAMETERS));
    }

    @POST
    @Path("/failures/{id}/replay")
    @Operation(summary = "Puts the original record back with its key, headers and trace")
    public Response replayFailure(String id) {
        return Response.accepted(failures.replay(id)).build();
    }

    @POST
    @Path("/reports/{id}/replay")
    @Operation(
            summary = "Has the stored text read again. run: name to ask for the outcome by; dryRun: nothing is written;"
                    + " allowOlder: an older extractor may replace what is stored")
    public Response replayReport(String id, @Context UriInfo uri) {
        Parameters query = Parameters.of(uri, Set.of("run", "dryRun", "allowOlder"));
        String run = run(query.get("run"));
        StoredReception.Reception reception = receptions.of(id);
        boolean dry = "true".equals(query.oneOf("dryRun", YES_OR_NO));
        boolean older = "true".equals(query.oneOf("allowOlder", YES_OR_NO));
        putBack.received(reception.event(), new Replay(run, dry, older ? reception.version() : null, 0));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reportId", id);
        body.put("run", run);
        body.put("dryRun", dry);
        return Response.accepted(body).build();
    }

    @GET
    @Path("/replays/{run}")
    @Operation(summary = "What came of a replay so far: reports by outcome, observations by rule")
    public Map<String, Object> outcome(String run) {
        return runs.summary(run(run));
    }

    private static String run(@Nullable String named) {
        if (named == null) {
            return UUID.randomUUID().toString();
        }
        if (!named.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new RefusedException(
                    Problem.BAD_PARAMETER, "run: 1 to 64 letters, digits, dots, dashes and underscores", "run");
        }
        return named;
    }
}
