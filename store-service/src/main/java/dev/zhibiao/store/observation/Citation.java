package dev.zhibiao.store.observation;

import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How to cite an observation: whose report, where in it, what document that is (by its SHA-256), what read it, and the
 * address at which it stays.
 *
 * @param shown as {@code GET /observations/{id}} shows it
 * @param source the report
 * @param withdrawn whether it is gone
 * @param base address of the store, with a slash at its end
 */
record Citation(Map<String, Object> shown, Source source, boolean withdrawn, URI base) {

    static final String BIBTEX = "application/x-bibtex;charset=UTF-8";
    static final MediaType BIBTEX_TYPE = new MediaType("application", "x-bibtex");

    private static final int KEY_LENGTH = 12;

    String text() {
        List<String> parts = new ArrayList<>();
        parts.add(Objects.requireNonNullElse(source.refArea(), "地区不明"));
        parts.add(title() + (source.deliveredOn() == null ? "" : "（" + source.deliveredOn() + "）"));
        parts.add(place() + "：“" + field("text") + "”");
        parts.add(statement());
        document().forEach((name, value) -> parts.add(name + " " + value));
        parts.add(tool());
        if (withdrawn) {
            parts.add("已撤回 (withdrawn)");
        }
        parts.add(address());
        return String.join(". ", parts) + "\n";
    }

    String bibtex() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("author", "{" + escaped(Objects.requireNonNullElse(source.refArea(), "地区不明")) + "}");
        fields.put("title", "{" + escaped(title()) + "}");
        if (source.year() != null) {
            fields.put("year", escaped(source.year()));
        }
        if (source.deliveredOn() != null) {
            fields.put("date", escaped(source.deliveredOn()));
        }
        String documents = document().entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
        fields.put(
                "note",
                escaped(statement() + "; " + place() + ": “" + field("text") + "”; "
                        + (documents.isEmpty() ? "" : documents + "; ") + tool()
                        + (withdrawn ? "; 已撤回 (withdrawn)" : "")));
        fields.put("url", address());
        return fields.entrySet().stream()
                .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
                .collect(Collectors.joining(
                        ",\n", "@misc{zhibiao-" + field("observationId").substring(0, KEY_LENGTH) + ",\n", "\n}\n"));
    }

    private String title() {
        return source.title() == null ? "政府工作报告" : source.title();
    }

    private String place() {
        return "字符 " + field("start") + "–" + field("end");
    }

    /** {@code 地区生产总值 level = 128640000000 元 2023 actual}. */
    private String statement() {
        return List.of("indicator", "measure", "comparator", "value", "unit", "timePeriod", "status").stream()
                .map(this::field)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private Map<String, String> document() {
        Map<String, String> document = new LinkedHashMap<>();
        Source.Origin first = source.first();
        if (first != null) {
            put(document, "来源", source.addresses());
            put(document, "类型", first.mediaType());
            put(document, "SHA-256", first.sha256());
        }
        return document;
    }

    private static void put(Map<String, String> document, String name, @Nullable String value) {
        if (value != null) {
            document.put(name, value);
        }
    }

    private String tool() {
        return "指标 (Zhibiao), 抽取版本 " + field("extractorVersion");
    }

    private String address() {
        return base.resolve("observations/" + field("observationId")).toString();
    }

    /** As somebody corrected it, where somebody did. */
    private String field(String name) {
        Object corrected = shown.get("corrected") instanceof Map<?, ?> fields && fields.containsKey(name)
                ? fields.get(name)
                : shown.get(name);
        return corrected == null ? "" : corrected.toString();
    }

    /** Without what TeX takes for a command, and without braces, which BibTeX counts even where TeX would not. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '{' -> escaped.append("\\textbraceleft{}");
                case '}' -> escaped.append("\\textbraceright{}");
                case '#', '$', '%', '&', '_' -> escaped.append('\\').appendCodePoint(c);
                case '\r', '\n' -> escaped.append(' ');
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
