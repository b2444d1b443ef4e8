package dev.zhibiao.store.observation;

import dev.zhibiao.store.export.Formats;
import dev.zhibiao.store.export.Table;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.RefusedException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Observations. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ObservationsResource {

    private final Observations observations;
    private final ObservationTables tables;
    private final Sources sources;
    private final CitationConfig config;

    ObservationsResource(Observations observations, ObservationTables tables, Sources sources, CitationConfig config) {
        this.sources = sources;
        this.config = config;
        this.tables = tables;
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
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = Formats.DESCRIPTION,
            schema = @Schema(enumeration = {"json", "csv", "xlsx", "sdmx-csv"}),
            example = "csv")
    public Page<Map<String, Object>> search(@Context UriInfo uri) {
        return observations.search(Parameters.of(uri));
    }

    @GET
    @Path("/observations")
    @Produces({Formats.CSV, Formats.XLSX})
    @Operation(hidden = true)
    public Table<?> searchAsFile(@Context UriInfo uri) {
        return tables.table(Parameters.of(uri));
    }

    @GET
    @Path("/observations")
    @Produces(Formats.SDMX_CSV)
    @Operation(hidden = true)
    public Table<?> searchAsSdmx(@Context UriInfo uri) {
        return tables.sdmx(Parameters.of(uri));
    }

    @GET
    @Path("/observations/{id}")
    @Operation(summary = "An observation; 410 with its last content where it was withdrawn")
    @APIResponse(responseCode = "200", description = "the observation")
    @APIResponse(responseCode = "410", ref = "withdrawn")
    public Response one(String id) {
        Observations.Found found =
                observations.find(id).orElseThrow(() -> RefusedException.notFound("observation " + id));
        Map<String, Object> shown = new LinkedHashMap<>(found.shown());
        shown.put("report", source(found));
        return Response.status(status(found))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(shown)
                .build();
    }

    @GET
    @Path("/observations/{id}/citation")
    @Produces({MediaType.TEXT_PLAIN + ";charset=UTF-8", Citation.BIBTEX})
    @Operation(summary = "How to cite an observation: plain text, or BibTeX by format=bibtex or Accept")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "of the answer, as Accept says it otherwise",
            schema = @Schema(enumeration = {"text", "bibtex"}),
            example = "bibtex")
    @APIResponse(responseCode = "200", description = "the citation")
    @APIResponse(responseCode = "410", description = "the citation of what was withdrawn, which it says")
    public Response cite(String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Observations.Found found =
                observations.find(id).orElseThrow(() -> RefusedException.notFound("observation " + id));
        Citation citation = new Citation(
                found.shown(),
                source(found),
                found.withdrawn(),
                config.address().orElseGet(uri::getBaseUri));
        String format = Parameters.of(uri).get("format");
        boolean bibtex = format == null
                ? headers.getAcceptableMediaTypes().get(0).isCompatible(Citation.BIBTEX_TYPE)
                        && !headers.getAcceptableMediaTypes().get(0).isWildcardType()
                : format.equals("bibtex");
        return Response.status(status(found))
                .type(bibtex ? Citation.BIBTEX : MediaType.TEXT_PLAIN + ";charset=UTF-8")
                .entity(bibtex ? citation.bibtex() : citation.text())
                .build();
    }

    private static Response.Status status(Observations.Found found) {
        return found.withdrawn() ? Response.Status.GONE : Response.Status.OK;
    }

    private Source source(Observations.Found found) {
        String reportId = String.valueOf(found.shown().get(ObservationDocument.REPORT));
        return sources.of(List.of(reportId)).getOrDefault(reportId, Source.of(reportId, new Document()));
    }
}
