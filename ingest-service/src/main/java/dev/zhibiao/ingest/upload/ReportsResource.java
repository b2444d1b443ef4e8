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
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The HTTP way in. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {

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
    @Operation(summary = "Submits a report as a form with a file")
    @APIResponse(responseCode = "202", description = "The broker has it")
    public Response form(
            @RestForm("file") @Nullable List<FileUpload> files,
            @RestForm @Nullable String source,
            @RestForm @Nullable String area,
            @RestForm @Nullable String year)
            throws IOException {
        if (files == null || files.size() != 1) {
            // The answer names one report: of several files all but one would be lost without a word.
            String detail = files == null || files.isEmpty() ? "the form has no file" : "a form has one file";
            throw new RefusedException(Problem.BAD_PARAMETER, detail, "file");
        }
        FileUpload file = files.get(0);
        if (file.size() > config.maxDocumentBytes()) {
            throw tooLarge(file.size());
        }
        return receive(Files.readAllBytes(file.uploadedFile()), source, area, year);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Operation(summary = "Submits a report as the raw body")
    @APIResponse(responseCode = "202", description = "The broker has it")
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
