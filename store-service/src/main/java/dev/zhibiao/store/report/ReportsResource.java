package dev.zhibiao.store.report;

import static com.mongodb.client.model.Filters.eq;

import dev.zhibiao.events.Problem;
import dev.zhibiao.store.export.Formats;
import dev.zhibiao.store.export.Table;
import dev.zhibiao.store.manifestation.Manifestations;
import dev.zhibiao.store.observation.Edition;
import dev.zhibiao.store.observation.ObservationTables;
import dev.zhibiao.store.observation.Observations;
import dev.zhibiao.store.observation.Revision;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.RefusedException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Reports, from the moment they were received. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReportsResource {

    private final Database database;
    private final Observations observations;
    private final Manifestations manifestations;
    private final Withdrawals withdrawals;
    private final ReportList list;
    private final ObservationTables tables;

    ReportsResource(
            Database database,
            Observations observations,
            Manifestations manifestations,
            Withdrawals withdrawals,
            ReportList list,
            ObservationTables tables) {
        this.tables = tables;
        this.database = database;
        this.observations = observations;
        this.manifestations = manifestations;
        this.withdrawals = withdrawals;
        this.list = list;
    }

    @GET
    @Operation(
            summary =
                    "Reports by area, year of reading and state; since: last extracted by this release or a later one")
    @Parameter(ref = "area")
    @Parameter(ref = "descendants")
    @Parameter(ref = "year")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "how far the report has come",
            schema = @Schema(enumeration = {"received", "stored", "failed", "withdrawn"}),
            example = "failed")
    @Parameter(
            name = "since",
            in = ParameterIn.QUERY,
            description = "last extracted by this release or a later one",
            schema = @Schema(type = SchemaType.STRING),
            example = "2")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    @Parameter(ref = "format")
    public Page<Map<String, Object>> list(@Context UriInfo uri) {
        return list.page(Parameters.of(uri));
    }

    @GET
    @Produces({Formats.CSV, Formats.XLSX})
    @Operation(hidden = true)
    public Table<?> listAsFile(@Context UriInfo uri) {
        return ReportDocument.table(Parameters.of(uri).each(list::page));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A report: state, metadata, origins, other reports that say the same")
    public Map<String, Object> one(String id) {
        Map<String, Object> shown = ReportDocument.shown(find(id));
        shown.put("manifestations", manifestations.of(id));
        return shown;
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Withdraws a report and its observations (role operate); undone by restore")
    @Parameter(
            name = "reason",
            in = ParameterIn.QUERY,
            description = "why",
            schema = @Schema(type = SchemaType.STRING),
            example = "wrong-upload")
    @Parameter(
            name = "who",
            in = ParameterIn.QUERY,
            description = "who says so",
            schema = @Schema(type = SchemaType.STRING),
            example = "ops")
    public Map<String, Object> withdraw(String id, @Context UriInfo uri) {
        Parameters query = Parameters.of(uri);
        return ReportDocument.shown(withdrawals.withdraw(id, query.get("reason"), query.get("who")));
    }

    @POST
    @Path("/{id}/restore")
    @Operation(summary = "Undoes a withdrawal (role operate)")
    public Map<String, Object> restore(String id) {
        return ReportDocument.shown(withdrawals.restore(id));
    }

    @GET
    @Path("/{id}/text")
    @Produces("text/plain; charset=utf-8")
    @Operation(summary = "The text that offsets count in, in Unicode code points")
    @APIResponse(responseCode = "200", description = "the text")
    @APIResponse(responseCode = "410", ref = "withdrawn")
    public String text(String id) {
        if (find(id).get(Edition.WITHDRAWN) != null) {
            throw new RefusedException(Problem.WITHDRAWN, "report " + id + " was withdrawn", null);
        }
        Document text = database.texts().find(eq("_id", id)).first();
        if (text == null) {
            throw RefusedException.notFound("the text of report " + id);
        }
        return text.getString("text");
    }

    @GET
    @Path("/{id}/observations")
    @Operation(summary = "All observations of a report, by their place in the text")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = Formats.DESCRIPTION,
            schema = @Schema(enumeration = {"json", "csv", "xlsx", "sdmx-csv"}),
            example = "csv")
    public Page<Map<String, Object>> observations(String id) {
        find(id);
        return new Page<>(observations.ofReport(id), null);
    }

    @GET
    @Path("/{id}/observations")
    @Produces({Formats.CSV, Formats.XLSX})
    @Operation(hidden = true)
    public Table<?> observationsAsFile(String id) {
        find(id);
        return tables.ofReport(id);
    }

    @GET
    @Path("/{id}/observations")
    @Produces(Formats.SDMX_CSV)
    @Operation(hidden = true)
    public Table<?> observationsAsSdmx(String id) {
        find(id);
        return tables.sdmxOfReport(id);
    }

    @GET
    @Path("/{id}/changes")
    @Operation(summary = "What last changed of a report's observations, whole: the event may have no room for it")
    public Map<String, Object> changes(String id) {
        Document report = find(id);
        Revision revision = Revision.of(report);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("reportId", id);
        shown.put("revision", revision.number());
        shown.put("cause", revision.cause());
        shown.put("at", revision.at().toString());
        shown.put("addedIds", revision.changes().added());
        shown.put("changedIds", revision.changes().changed());
        shown.put("withdrawnIds", revision.changes().withdrawn());
        shown.put("changes", revision.changes().details());
        return shown;
    }

    private Document find(String id) {
        Document report = database.reports().find(eq("_id", id)).first();
        if (report == null) {
            throw RefusedException.notFound("report " + id);
        }
        return report;
    }
}
