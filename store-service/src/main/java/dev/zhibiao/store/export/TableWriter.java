package dev.zhibiao.store.export;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.logging.Logger;

/** Writes tables in the media type that was agreed on. */
@Provider
class TableWriter implements MessageBodyWriter<Table<?>> {

    private static final Logger LOG = Logger.getLogger(TableWriter.class);

    private final Room room;
    private final CurrentVertxRequest current;

    TableWriter(Room room, CurrentVertxRequest current) {
        this.room = room;
        this.current = current;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Table.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Table<?> table,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        room.enter();
        try {
            if (mediaType.getSubtype().equals("csv")) {
                named(headers, table.name() + ".csv");
                CsvWriter.forSpreadsheets(table, out);
            } else if (mediaType.getSubtype().endsWith("+csv")) {
                named(headers, table.name() + ".sdmx.csv");
                CsvWriter.forPrograms(table, out);
            } else {
                named(headers, table.name() + ".xlsx");
                XlsxWriter.write(table, out);
            }
        } catch (RuntimeException e) {
            breakOff(table, e);
            throw e;
        } finally {
            room.leave();
        }
    }

    /**
     * Closes the connection where a part of the file is on its way: ended as usual, it would look whole. Before that, the
     * failure is answered like any other.
     */
    private void breakOff(Table<?> table, RuntimeException cause) {
        HttpServerResponse response = current.getCurrent().response();
        if (response.headWritten()) {
            LOG.warnf(
                    "stage=export file=%s broke off: %s",
                    table.name(), cause.getClass().getSimpleName());
            response.reset();
        }
    }

    private static void named(MultivaluedMap<String, Object> headers, String file) {
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
    }
}
