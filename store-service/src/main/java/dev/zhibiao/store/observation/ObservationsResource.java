package dev.zhibiao.store.observation;

import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.RefusedException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Observations. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ObservationsResource {

    private final Observations observations;

    ObservationsResource(Observations observations) {
        this.observations = observations;
    }

    @GET
    @Path("/observations")
    @Operation(
            summary = "Observations by area, indicator, period, status, measure, report, and words of their sentence")
    @Parameter(ref = "area")
    @Parameter(ref = "descendants")
    @Parameter(ref = "level")
    @Parameter(ref = "indicator")
    @Parameter(ref = "period")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "status")
    @Parameter(ref = "measure")
    @Parameter(ref = "report")
    @Parameter(ref = "q")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    public Page<Map<String, Object>> search(@Context UriInfo uri) {
        return observations.search(Parameters.of(uri));
    }

    @GET
    @Path("/observations/{id}")
    @Operation(summary = "An observation; 410 with its last content where it was withdrawn")
    @APIResponse(responseCode = "200", description = "the observation")
    @APIResponse(responseCode = "410", ref = "withdrawn")
    public Response one(String id) {
        Observations.Found found =
                observations.find(id).orElseThrow(() -> RefusedException.notFound("observation " + id));
        return Response.status(found.withdrawn() ? Response.Status.GONE : Response.Status.OK)
                .entity(found.shown())
                .build();
    }
}
