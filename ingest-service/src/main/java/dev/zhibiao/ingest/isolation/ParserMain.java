package dev.zhibiao.ingest.isolation;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.DecodedDocument;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.ingest.format.Formats;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The parser's process: reads documents one after the other until the service closes its standard input. */
final class ParserMain {

    /** A new process reads as fast as one that has read some documents only when everything is loaded. */
    private static final String WARM_UP = "<html><body><p>预热</p></body></html>";

    private ParserMain() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        // Whatever a library prints must not stand between the answers.
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(System.err);
        Logger.getLogger("").setLevel(Level.OFF);
        endWithTheService();
        Formats formats = new Formats();
        formats.read(WARM_UP.getBytes(StandardCharsets.UTF_8), WARM_UP.length() * 3);
        try (InputStream in = new FileInputStream(FileDescriptor.in)) {
            serve(formats, new DataInputStream(in), out);
        }
    }

    private static void serve(Formats formats, DataInputStream in, DataOutputStream out) throws IOException {
        out.writeByte(Exchange.READY);
        out.flush();
        while (true) {
            int textBytes;
            try {
                textBytes = in.readInt();
            } catch (EOFException e) {
                return;
            }
            byte[] document = new byte[in.readInt()];
            in.readFully(document);
            answer(formats, document, textBytes, out);
        }
    }

    private static void answer(Formats formats, byte[] document, int textBytes, DataOutputStream out)
            throws IOException {
        DecodedDocument decoded;
        try {
            decoded = formats.read(document, textBytes);
        } catch (RefusedException e) {
            Exchange.answer(out, e);
            return;
        } catch (StackOverflowError e) {
            Exchange.answer(
                    out, new RefusedException(Problem.LIMIT_EXCEEDED, "nesting: deeper than the parser can follow"));
            return;
        }
        Exchange.answer(out, decoded);
    }

    /** A parser in an endless loop does not see its input closed. */
    private static void endWithTheService() {
        ProcessHandle service = ProcessHandle.current().parent().orElse(null);
        if (service == null) {
            Runtime.getRuntime().halt(1);
            return;
        }
        service.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    }
}
