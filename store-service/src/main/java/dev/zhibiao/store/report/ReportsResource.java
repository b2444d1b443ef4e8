package dev.zhibiao.store.report;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.zhibiao.store.manifestation.Manifestations;
import dev.zhibiao.store.observation.Observations;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.RefusedException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reports, from the moment they were received. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReportsResource {

    private static final String METADATA = ReportDocument.STORED + ".metadata.";
    private static final List<String> LARGE = List.of(
            ReportDocument.STORED + "." + ReportDocument.IDS,
            ReportDocument.STORED + ".added",
            ReportDocument.STORED + ".changed",
            ReportDocument.STORED + ".withdrawn");

    private final Database database;
    private final Observations observations;
    private final Manifestations manifestations;

    ReportsResource(Database database, Observations observations, Manifestations manifestations) {
        this.database = database;
        this.observations = observations;
        this.manifestations = manifestations;
    }

    @GET
    @Operation(summary = "Reports by area code and year of reading")
    public Page<Map<String, Object>> list(@Context UriInfo uri) {
        Parameters query = Parameters.of(uri, Set.of("area", "year"));
        List<Bson> filters = new ArrayList<>(List.of(empty()));
        String area = query.get("area");
        if (area != null) {
            filters.add(eq(METADATA + "areaCode", area));
        }
        String year = query.get("year");
        if (year != null) {
            filters.add(eq(METADATA + "targetPeriod", year));
        }
        String after = query.after();
        if (after != null) {
            filters.add(gt("_id", after));
        }
        List<Document> found = database.reports()
                .find(and(filters))
                .projection(Projections.exclude(LARGE))
                .sort(Sorts.ascending("_id"))
                .limit(query.limit() + 1)
                .into(new ArrayList<>());
        return Page.cut(found, query.limit(), report -> report.getString("_id"), ReportDocument::summary);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A report: state, metadata, origins, other reports that say the same")
    public Map<String, Object> one(String id) {
        Map<String, Object> shown = ReportDocument.shown(find(id));
        shown.put("manifestations", manifestations.of(id));
        return shown;
    }

    @GET
    @Path("/{id}/text")
    @Produces("text/plain; charset=utf-8")
    @Operation(summary = "The text that offsets count in, in Unicode code points")
    public String text(String id) {
        Document text = database.texts().find(eq("_id", id)).first();
        if (text == null) {
            throw RefusedException.notFound("the text of report " + id);
        }
        return text.getString("text");
    }

    @GET
    @Path("/{id}/observations")
    @Operation(summary = "All observations of a report, by their place in the text")
    public Page<Map<String, Object>> observations(String id) {
        Document stored = find(id).get(ReportDocument.STORED, Document.class);
        List<String> ids = stored == null ? List.of() : stored.getList(ReportDocument.IDS, String.class, List.of());
        return new Page<>(observations.byIds(ids), null);
    }

    private Document find(String id) {
        Document report = database.reports().find(eq("_id", id)).first();
        if (report == null) {
            throw RefusedException.notFound("report " + id);
        }
        return report;
    }
}
