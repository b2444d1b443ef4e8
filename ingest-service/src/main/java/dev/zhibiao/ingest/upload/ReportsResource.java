package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.ingest.publish.Declared;
import dev.zhibiao.ingest.publish.IngestConfig;
import dev.zhibiao.ingest.publish.IngestMeters;
import dev.zhibiao.ingest.publish.Reception;
import dev.zhibiao.ingest.publish.Receptions;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** The HTTP way in. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {

    private static final String SUMMARY = "Submits a report, as a form with a file or as the raw body";
    private static final String TAKEN = "received or duplicate: the broker has it";
    private static final String LOCATION = "of the report at the store";
    private static final String OF_A_BODY = "beside a raw body, a form has it as a field: ";
    private static final String SOURCE = "where the sender has it from, usually an address";
    private static final String AREA = "a name or a GB/T 2260 code";
    private static final String YEAR = "of reading, YYYY";

    private final Receptions receptions;
    private final IngestConfig config;
    private final IngestMeters meters;
    private final String store;

    ReportsResource(
            Receptions receptions,
            IngestConfig config,
            IngestMeters meters,
            @ConfigProperty(name = "zhibiao.store.url") String store) {
        this.receptions = receptions;
        this.config = config;
        this.meters = meters;
        this.store = store.replaceAll("/+$", "");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    @Operation(summary = SUMMARY)
    @APIResponse(
            responseCode = "202",
            description = TAKEN,
            content = @Content(schema = @Schema(implementation = Accepted.class)),
            headers = @Header(name = "Location", description = LOCATION, schema = @Schema(type = SchemaType.STRING)))
    public Response form(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA,
                                            schema =
                                                    @Schema(
                                                            type = SchemaType.OBJECT,
                                                            requiredProperties = "file",
                                                            properties = {
                                                                @SchemaProperty(
                                                                        name = "file",
                                                                        type = SchemaType.STRING,
                                                                        format = "binary",
                                                                        description = "the document, one a form"),
                                                                @SchemaProperty(
                                                                        name = "source",
                                                                        type = SchemaType.STRING,
                                                                        description = SOURCE),
                                                                @SchemaProperty(
                                                                        name = "area",
                                                                        type = SchemaType.STRING,
                                                                        description = AREA),
                                                                @SchemaProperty(
                                                                        name = "year",
                                                                        type = SchemaType.STRING,
                                                                        description = YEAR)
                                                            })))
                    MultipartFormDataInput parts)
            throws IOException {
        SubmittedForm form = SubmittedForm.of(parts);
        long size = form.file().getFileSize();
        if (size > config.maxDocumentBytes()) {
            throw tooLarge(size);
        }
        try (InputStream file = form.file().getInputStream()) {
            return receive(file.readAllBytes(), form.field("source"), form.field("area"), form.field("year"));
        }
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Operation(summary = SUMMARY)
    @APIResponse(
            responseCode = "202",
            description = TAKEN,
            content = @Content(schema = @Schema(implementation = Accepted.class)),
            headers = @Header(name = "Location", description = LOCATION, schema = @Schema(type = SchemaType.STRING)))
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = OF_A_BODY + SOURCE,
            schema = @Schema(type = SchemaType.STRING, maxLength = 2048),
            example = "https://example.org/a")
    @Parameter(
            name = "area",
            in = ParameterIn.QUERY,
            description = OF_A_BODY + AREA,
            schema = @Schema(type = SchemaType.STRING, maxLength = 64),
            example = "330203")
    @Parameter(
            name = "year",
            in = ParameterIn.QUERY,
            description = OF_A_BODY + YEAR,
            schema = @Schema(type = SchemaType.STRING, pattern = "(19|20)[0-9]{2}"),
            example = "2024")
    public Response raw(
            InputStream body,
            @RestQuery @Nullable String source,
            @RestQuery @Nullable String area,
            @RestQuery @Nullable String year)
            throws IOException {
        byte[] document = body.readNBytes(config.maxDocumentBytes() + 1);
        if (document.length > config.maxDocumentBytes()) {
            throw tooLarge(document.length);
        }
        return receive(document, source, area, year);
    }

    private RefusedException tooLarge(long size) {
        return new RefusedException(
                Problem.TOO_LARGE, "at least " + size + " bytes, " + config.maxDocumentBytes() + " are the most");
    }

    private Response receive(byte[] document, @Nullable String source, @Nullable String area, @Nullable String year) {
        Declared declared = Declared.of(source, area, year);
        Reception reception = receptions.receive(document, declared.source(), declared.hints());
        meters.taken(reception, IngestMeters.Way.HTTP);
        URI location = URI.create(store + "/reports/" + reception.reportId());
        String status = reception.duplicate() ? "duplicate" : "received";
        return Response.accepted(new Accepted(reception.reportId(), status, location.toString()))
                .location(location)
                .build();
    }
}
