package dev.zhibiao.store.coverage;

import dev.zhibiao.store.export.Formats;
import dev.zhibiao.store.export.Table;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which area and year is stored, failed or missing. */
@Path("/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CoverageResource {

    private final Coverage coverage;

    CoverageResource(Coverage coverage) {
        this.coverage = coverage;
    }

    @GET
    @Operation(
            summary = "Which area and year of reading is stored, failed or missing, for an area and what belongs to it")
    @Parameter(ref = "within")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "level")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @Parameter(ref = "format")
    public Page<CoverageRow> coverage(@Context UriInfo uri) {
        return coverage.page(Parameters.of(uri));
    }

    @GET
    @Produces({Formats.CSV, Formats.XLSX})
    @Operation(hidden = true)
    public Table<?> coverageAsFile(@Context UriInfo uri) {
        return coverage.table(Parameters.of(uri));
    }
}
