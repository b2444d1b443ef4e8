package dev.zhibiao.ingest.isolation;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.DecodedDocument;
import dev.zhibiao.ingest.document.RefusedException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;

/**
 * What service and parser say to each other over the parser's standard input and output: READY once, then for each
 * document the question (limit of the text, length, bytes) and one answer.
 */
final class Exchange {

    static final byte READY = 'R';
    private static final byte TEXT = 'T';
    private static final byte PROBLEM = 'P';

    private Exchange() {}

    static void ask(DataOutputStream out, byte[] document, int textBytes) throws IOException {
        out.writeInt(textBytes);
        out.writeInt(document.length);
        out.write(document);
        out.flush();
    }

    static void answer(DataOutputStream out, DecodedDocument decoded) throws IOException {
        byte[] text = decoded.text().getBytes(StandardCharsets.UTF_8);
        out.writeByte(TEXT);
        out.writeUTF(decoded.mediaType());
        out.writeUTF(decoded.charset() == null ? "" : decoded.charset());
        out.writeInt(text.length);
        out.write(text);
        out.flush();
    }

    static void answer(DataOutputStream out, RefusedException refused) throws IOException {
        out.writeByte(PROBLEM);
        out.writeUTF(refused.problem().name());
        out.writeUTF(refused.detail());
        out.flush();
    }

    /**
     * Reads an answer. A parser that a document has taken over may say anything: no more is read than was allowed.
     *
     * @throws RefusedException the parser's answer where it is one
     * @throws IOException where the parser ended, or says what is no answer
     */
    static DecodedDocument answer(DataInputStream in, int textBytes) throws IOException {
        byte kind = in.readByte();
        if (kind == PROBLEM) {
            throw new RefusedException(problem(in.readUTF()), in.readUTF());
        }
        if (kind != TEXT) {
            throw new StreamCorruptedException("no answer");
        }
        String mediaType = in.readUTF();
        String charset = in.readUTF();
        int length = in.readInt();
        if (length < 0 || length > textBytes) {
            throw new StreamCorruptedException("a text of " + length + " bytes");
        }
        byte[] text = new byte[length];
        in.readFully(text);
        return new DecodedDocument(
                new String(text, StandardCharsets.UTF_8), mediaType, charset.isEmpty() ? null : charset);
    }

    private static Problem problem(String name) throws IOException {
        try {
            return Problem.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new StreamCorruptedException("no problem");
        }
    }
}
