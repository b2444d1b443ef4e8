package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was sent: one file, and fields that are known, each of them once. Whatever else is in it was meant to say
 * something, and would be lost without a word.
 *
 * @param file the document
 * @param fields what the sender says about it
 */
record SubmittedForm(FileItem file, Map<String, String> fields) {

    private static final String FILE = "file";
    private static final List<String> FIELDS = List.of("source", "area", "year");

    /**
     * Reads a form.
     *
     * @throws RefusedException {@code bad-parameter}, naming the part
     */
    static SubmittedForm of(MultipartFormDataInput form) {
        Map<String, String> fields = new TreeMap<>();
        form.getValues().forEach((name, parts) -> {
            if (!FILE.equals(name)) {
                fields.put(name, field(name, parts));
            }
        });
        return new SubmittedForm(file(form.getValues().getOrDefault(FILE, List.of())), fields);
    }

    @Nullable
    String field(String name) {
        return fields.get(name);
    }

    private static String field(@Nullable String name, Collection<FormValue> parts) {
        if (name == null || !FIELDS.contains(name)) {
            throw bad(name, "there is no such part of the form; known are file, " + String.join(", ", FIELDS));
        }
        if (parts.size() != 1) {
            throw bad(name, "given more than once");
        }
        FormValue part = parts.iterator().next();
        if (part.isFileItem()) {
            throw bad(name, name + " is a field, not a file");
        }
        return part.getValue();
    }

    private static FileItem file(Collection<FormValue> parts) {
        if (parts.isEmpty()) {
            throw bad(FILE, "the form has no file");
        }
        if (parts.size() > 1) {
            // The answer names one report: of several files all but one would be lost without a word.
            throw bad(FILE, "a form has one file");
        }
        FormValue part = parts.iterator().next();
        if (!part.isFileItem()) {
            throw bad(FILE, "the part must have a filename");
        }
        return part.getFileItem();
    }

    private static RefusedException bad(@Nullable String name, String detail) {
        return new RefusedException(Problem.BAD_PARAMETER, detail, name);
    }
}
