package dev.zhibiao.store.overview;

import dev.zhibiao.catalogue.IndicatorTopic;
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

/** The indicators and areas that observations are about. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class OverviewResource {

    private final Overview overview;
    private final OverviewTables tables;

    OverviewResource(Overview overview, OverviewTables tables) {
        this.tables = tables;
        this.overview = overview;
    }

    @GET
    @Path("/indicators")
    @Operation(
            summary = "The phrases that name indicators, with what the catalogue says of them and how often they occur")
    @Parameter(ref = "indicator")
    @Parameter(
            name = "topic",
            in = ParameterIn.QUERY,
            description = "of the catalogue",
            schema = @Schema(implementation = IndicatorTopic.class),
            example = "INDUSTRY")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "words that the phrase, the code or one of the catalogue's names has, all of them",
            schema = @Schema(type = SchemaType.STRING),
            example = "增加值")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @Parameter(ref = "format")
    public Page<IndicatorRow> indicators(@Context UriInfo uri) {
        return overview.indicators(Parameters.of(uri));
    }

    @GET
    @Path("/areas")
    @Operation(summary = "The areas that something is said of, or all right below a parent, with how much that is")
    @Parameter(
            name = "parent",
            in = ParameterIn.QUERY,
            description = "an area: those right below it, also those of which nothing is said",
            schema = @Schema(type = SchemaType.STRING),
            example = "330000")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @Parameter(ref = "format")
    public Page<AreaRow> areas(@Context UriInfo uri) {
        return overview.areas(Parameters.of(uri));
    }

    @GET
    @Path("/indicators")
    @Produces({Formats.CSV, Formats.XLSX})
    @Operation(hidden = true)
    public Table<?> indicatorsAsFile(@Context UriInfo uri) {
        return tables.indicators(Parameters.of(uri));
    }

    @GET
    @Path("/areas")
    @Produces({Formats.CSV, Formats.XLSX})
    @Operation(hidden = true)
    public Table<?> areasAsFile(@Context UriInfo uri) {
        return tables.areas(Parameters.of(uri));
    }
}
