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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Promises and what became of them. */
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LedgerResource {

    private final Ledger ledger;
    private final SeriesTables tables;

    LedgerResource(Ledger ledger, SeriesTables tables) {
        this.tables = tables;
        this.ledger = ledger;
    }

    @GET
    @Operation(
            summary = "What a report promised beside what a later one says was reached; give area, indicator or both")
    @Parameter(ref = "area")
    @Parameter(ref = "descendants")
    @Parameter(ref = "indicator")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(
            name = "outcome",
            in = ParameterIn.QUERY,
            description = "what became of it: redefined where another measure, base or kind of unit is told, not-stated"
                    + " where a later report says nothing, open where no later report of the area is stored",
            schema = @Schema(enumeration = {"met", "missed", "redefined", "not-stated", "open"}),
            example = "missed")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @Parameter(ref = "format")
    public Page<LedgerRow> ledger(@Context UriInfo uri) {
        return ledger.page(Parameters.of(uri));
    }

    @GET
    @Produces({Formats.CSV, Formats.XLSX})
    @Operation(hidden = true)
    public Table<?> ledgerAsFile(@Context UriInfo uri) {
        return tables.ledger(Parameters.of(uri));
    }
}
