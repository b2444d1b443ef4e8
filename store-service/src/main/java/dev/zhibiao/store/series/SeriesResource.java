package dev.zhibiao.store.series;

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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Figures side by side. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SeriesResource {

    private final Series series;
    private final Comparison comparison;
    private final Conflicts conflicts;
    private final SeriesTables tables;

    SeriesResource(Series series, Comparison comparison, Conflicts conflicts, SeriesTables tables) {
        this.tables = tables;
        this.series = series;
        this.comparison = comparison;
        this.conflicts = conflicts;
    }

    @GET
    @Path("/series")
    @Operation(summary = "One indicator of up to 50 areas by period, what was reached beside what was aimed at")
    @Parameter(ref = "indicator")
    @Parameter(
            name = "area",
            in = ParameterIn.QUERY,
            description = "six digits, a name or a path; repeated, or several with commas; each alone",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"330200\", \"330203\"]")
    @Parameter(ref = "measure")
    @Parameter(ref = "unit")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = Formats.DESCRIPTION,
            schema = @Schema(enumeration = {"json", "csv", "xlsx", "sdmx-csv"}),
            example = "csv")
    public Series.Rows series(@Context UriInfo uri) {
        return series.rows(Parameters.of(uri));
    }

    @GET
    @Path("/compare")
    @Operation(summary = "One indicator and period across areas, ranked; give areas, or within and level")
    @Parameter(ref = "indicator")
    @Parameter(ref = "period")
    @Parameter(
            name = "areas",
            in = ParameterIn.QUERY,
            description = "six digits, names or paths; repeated, or several with commas; each alone",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "[\"330203\", \"330205\"]")
    @Parameter(ref = "within")
    @Parameter(ref = "level")
    @Parameter(ref = "measure")
    @Parameter(ref = "status")
    @Parameter(ref = "unit")
    @Parameter(ref = "order")
    @Parameter(ref = "format")
    public Comparison.Ranking compare(@Context UriInfo uri) {
        return comparison.ranking(Parameters.of(uri));
    }

    @GET
    @Path("/conflicts")
    @Operation(summary = "Facts that reports tell in two ways that cannot both be true; give area, indicator or both")
    @Parameter(ref = "area")
    @Parameter(ref = "descendants")
    @Parameter(ref = "indicator")
    @Parameter(ref = "measure")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @Parameter(ref = "format")
    public Page<ConflictRow> conflicts(@Context UriInfo uri) {
        return conflicts.page(Parameters.of(uri));
    }

    @GET
    @Path("/series")
    @Produces({Formats.CSV, Formats.XLSX})
    @Operation(hidden = true)
    public Table<?> seriesAsFile(@Context UriInfo uri) {
        return tables.series(Parameters.of(uri));
    }

    @GET
    @Path("/series")
    @Produces(Formats.SDMX_CSV)
    @Operation(hidden = true)
    public Table<?> seriesAsSdmx(@Context UriInfo uri) {
        return tables.sdmx(Parameters.of(uri));
    }

    @GET
    @Path("/compare")
    @Produces({Formats.CSV, Formats.XLSX})
    @Operation(hidden = true)
    public Table<?> compareAsFile(@Context UriInfo uri) {
        return tables.comparison(Parameters.of(uri));
    }

    @GET
    @Path("/conflicts")
    @Produces({Formats.CSV, Formats.XLSX})
    @Operation(hidden = true)
    public Table<?> conflictsAsFile(@Context UriInfo uri) {
        return tables.conflicts(Parameters.of(uri));
    }
}
