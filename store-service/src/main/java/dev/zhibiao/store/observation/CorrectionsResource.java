package dev.zhibiao.store.observation;

import dev.zhibiao.events.Correction;
import dev.zhibiao.events.Problem;
import dev.zhibiao.store.export.Formats;
import dev.zhibiao.store.export.Table;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.RefusedException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Corrections: making them, and reading them as the next gold records. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CorrectionsResource {

    private final Corrections corrections;
    private final Snapshots snapshots;
    private final GoldRecords gold;
    private final Announcements announcements;

    CorrectionsResource(Corrections corrections, Snapshots snapshots, GoldRecords gold, Announcements announcements) {
        this.corrections = corrections;
        this.snapshots = snapshots;
        this.gold = gold;
        this.announcements = announcements;
    }

    @POST
    @Path("/observations/{id}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says what is right: field, value, reason, who; shown beside the extracted value")
    @APIResponse(responseCode = "201", description = "what is stored now")
    @APIResponse(responseCode = "410", ref = "withdrawn")
    public Response correct(
            String id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema =
                                                    @Schema(
                                                            type = SchemaType.OBJECT,
                                                            requiredProperties = {"field", "value", "reason", "who"},
                                                            properties = {
                                                                @SchemaProperty(
                                                                        name = "field",
                                                                        type = SchemaType.STRING,
                                                                        description = "of the observation",
                                                                        example = "value"),
                                                                @SchemaProperty(
                                                                        name = "value",
                                                                        type = SchemaType.STRING,
                                                                        nullable = true,
                                                                        description = "what is right; null: nothing",
                                                                        example = "90000000"),
                                                                @SchemaProperty(
                                                                        name = "reason",
                                                                        type = SchemaType.STRING,
                                                                        example = "misprint"),
                                                                @SchemaProperty(
                                                                        name = "who",
                                                                        type = SchemaType.STRING,
                                                                        description = "who says so",
                                                                        example = "reader")
                                                            })))
                    InputStream body) {
        Snapshots.Found found = snapshots.find(id).orElseThrow(() -> RefusedException.notFound("observation " + id));
        if (found.withdrawn()) {
            throw new RefusedException(Problem.WITHDRAWN, "observation " + id + " was withdrawn", null);
        }
        Correction correction =
                corrections.add(found.document(), CorrectionRequest.read(body, found.document(), Corrections.now()));
        announcements.tell(List.of(found.document().getString(ObservationDocument.REPORT)));
        return Response.status(Response.Status.CREATED)
                .entity(Corrections.shown(correction))
                .build();
    }

    @GET
    @Path("/corrections")
    @Produces({MediaType.APPLICATION_JSON, "application/x-ndjson"})
    @Operation(summary = "Corrected observations; with format=gold as annotated records, one JSON object a line")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "gold: annotated records; a file has the whole answer",
            schema = @Schema(enumeration = {"json", "csv", "xlsx", "gold"}),
            example = "gold")
    @Parameter(ref = "limit")
    @Parameter(ref = "cursor")
    public Response list(@Context UriInfo uri) {
        Parameters query = Parameters.of(uri);
        Page<Map.Entry<String, List<Correction>>> page = page(query);
        if ("gold".equals(query.get("format"))) {
            StringBuilder lines = new StringBuilder();
            page.items()
                    .forEach(one -> line(one.getKey(), one.getValue())
                            .ifPresent(l -> lines.append(l).append('\n')));
            var answer = Response.ok(lines.toString(), "application/x-ndjson; charset=utf-8");
            return (page.next() == null ? answer : answer.header("X-Next-Cursor", page.next())).build();
        }
        return Response.ok(
                        new Page<>(
                                page.items().stream()
                                        .map(one -> item(one.getKey(), one.getValue()))
                                        .toList(),
                                page.next()),
                        MediaType.APPLICATION_JSON)
                .build();
    }

    @GET
    @Path("/corrections")
    @Produces({Formats.CSV, Formats.XLSX})
    @Operation(hidden = true)
    public Table<?> listAsFile(@Context UriInfo uri) {
        return table(Parameters.of(uri));
    }

    /** A correction of an observation; all of these, oldest first. */
    private record Row(String observationId, Correction correction) {}

    private Table<Row> table(Parameters query) {
        var observations = query.each(this::page);
        return new Table<>(
                "corrections",
                new Table.Columns<Row>()
                        .add("observationId", Row::observationId)
                        .add("field", row -> row.correction().field())
                        .add("value", row -> row.correction().value())
                        .add("extracted", row -> row.correction().extracted())
                        .add("reason", row -> row.correction().reason())
                        .add("who", row -> row.correction().who())
                        .add("at", row -> row.correction().at().toString())
                        .list(),
                rows -> observations.accept(one ->
                        one.getValue().forEach(said -> rows.accept(new Row(one.getKey(), said)))));
    }

    private Page<Map.Entry<String, List<Correction>>> page(Parameters query) {
        return Page.cut(
                List.copyOf(corrections.page(query.after(), query.limit() + 1).entrySet()),
                query.limit(),
                Map.Entry::getKey,
                one -> one);
    }

    private Optional<String> line(String id, List<Correction> said) {
        return snapshots.find(id).map(found -> gold.line(found.document(), said));
    }

    private static Map<String, Object> item(String id, List<Correction> said) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put(ObservationDocument.ID, id);
        item.put("corrections", said.stream().map(Corrections::shown).toList());
        return item;
    }
}
