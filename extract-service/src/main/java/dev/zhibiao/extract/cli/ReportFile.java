package dev.zhibiao.extract.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A report in a text file: UTF-8, GB18030, or UTF-16 with a byte order mark. */
final class ReportFile {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private ReportFile() {}

    /**
     * Reads the text, without byte order mark.
     *
     * @throws NoTextException where the file is of another format, or in none of these encodings
     */
    static String read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        FileKind kind = FileKind.of(bytes);
        if (kind != null) {
            throw new NoTextException(kind.readByIngest() ? "format.ingest" : "format", file, kind.title());
        }
        try {
            return decode(bytes);
        } catch (CharacterCodingException e) {
            throw new NoTextException("encoding", file);
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF || bytes[0] == (byte) 0xFE) && bytes[0] + bytes[1] == -3) {
            return decode(bytes, StandardCharsets.UTF_16);
        }
        String text;
        try {
            text = decode(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            text = decode(bytes, GB18030);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
