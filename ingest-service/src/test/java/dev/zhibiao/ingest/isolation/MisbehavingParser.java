package dev.zhibiao.ingest.isolation;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.DecodedDocument;
import dev.zhibiao.ingest.document.RefusedException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A parser's process that does what the document says, however bad that is for it. */
final class MisbehavingParser {

    private MisbehavingParser() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        DataOutputStream out = new DataOutputStream(System.out);
        DataInputStream in = new DataInputStream(System.in);
        out.writeByte(Exchange.READY);
        out.flush();
        while (true) {
            int textBytes = in.readInt();
            byte[] document = in.readNBytes(in.readInt());
            obey(new String(document, StandardCharsets.UTF_8), textBytes, out);
        }
    }

    private static void obey(String order, int textBytes, DataOutputStream out) throws IOException {
        String[] words = order.split(" ", 2);
        switch (words[0]) {
            case "say" -> text(out, words[1]);
            case "refuse" -> Exchange.answer(out, new RefusedException(Problem.valueOf(words[1]), "so it was told"));
            case "who" -> text(out, Long.toString(ProcessHandle.current().pid()));
            case "environment" -> text(out, new TreeMap<>(System.getenv()).toString());
            case "folder" -> {
                Files.writeString(Path.of("left-behind"), "x");
                text(out, Path.of("").toAbsolutePath().toString());
            }
            case "exit" -> Runtime.getRuntime().halt(Integer.parseInt(words[1]));
            case "exit-once" -> {
                if (Files.deleteIfExists(Path.of(words[1]))) {
                    Runtime.getRuntime().halt(134);
                }
                text(out, "well");
            }
            case "loop" -> loop();
            case "eat" -> eat();
            case "babble" -> {
                out.write(new byte[1 << 16]);
                out.flush();
            }
            case "flood" -> {
                out.writeByte('T');
                out.writeUTF("text/plain");
                out.writeUTF("");
                out.writeInt(textBytes + 1);
                out.flush();
            }
            default -> throw new IOException("no order: " + words[0]);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        Exchange.answer(out, new DecodedDocument(text, "text/plain", null));
    }

    private static void loop() {
        long spin = 0;
        while (spin >= 0) {
            spin = (spin + 1) % 1_000_000;
        }
    }

    private static void eat() {
        Map<Integer, byte[]> eaten = new TreeMap<>();
        while (true) {
            eaten.put(eaten.size(), new byte[1 << 20]);
        }
    }
}
