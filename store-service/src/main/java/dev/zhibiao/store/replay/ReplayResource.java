package dev.zhibiao.store.replay;

import dev.zhibiao.store.export.Formats;
import dev.zhibiao.store.export.Table;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Failures, and what came of replays (role operate). */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReplayResource {

    private final Failures failures;
    private final ReplayRuns runs;

    ReplayResource(Failures failures, ReplayRuns runs) {
        this.failures = failures;
        this.runs = runs;
    }

    @GET
    @Path("/failures")
    @Operation(summary = "Records that stages gave up, by stage, code, report, and state open or replayed")
    @Parameter(
            name = "stage",
            in = ParameterIn.QUERY,
            description = "that gave it up",
            schema = @Schema(enumeration = {"ingest", "extract", "store"}),
            example = "extract")
    @Parameter(
            name = "code",
            in = ParameterIn.QUERY,
            description = "of the problem",
            schema = @Schema(type = SchemaType.STRING),
            example = "limit-exceeded")
    @Parameter(ref = "report")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "open, or put back",
            schema = @Schema(enumeration = {"open", "replayed"}),
            example = "open")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @Parameter(ref = "format")
    public Page<Map<String, Object>> failures(@Context UriInfo uri) {
        return failures.page(Parameters.of(uri));
    }

    @POST
    @Path("/failures/{id}/replay")
    @Operation(summary = "Puts the original record back with its key, headers and trace")
    public Response replayFailure(String id) {
        return Response.accepted(failures.replay(id)).build();
    }

    @GET
    @Path("/replays/{run}")
    @Operation(summary = "What came of a replay so far: reports by outcome, observations by rule")
    public Map<String, Object> outcome(String run) {
        return runs.summary(ReportReplayResource.run(run));
    }

    @GET
    @Path("/failures")
    @Produces({Formats.CSV, Formats.XLSX})
    @Operation(hidden = true)
    public Table<?> failuresAsFile(@Context UriInfo uri) {
        return failures.table(Parameters.of(uri));
    }
}
