package dev.zhibiao.events.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /q/metrics} says, in Prometheus' text format or OpenMetrics.
 *
 * @param series in their order
 */
public record Scrape(List<Series> series) {

    private static final Pattern SAMPLE = Pattern.compile(
            "(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?<labels>(?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)})? (?<value>[^ ]+).*");
    private static final Pattern LABEL =
            Pattern.compile("(?<name>[a-zA-Z_][a-zA-Z0-9_]*)=\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"");

    /** One sample with its labels. */
    public record Series(String name, Map<String, String> labels, double value) {}

    /** Reads a whole scrape; comments are left out, and so are exemplars. */
    public static Scrape of(String text) {
        List<Series> series = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            if (!sample.matches()) {
                throw new IllegalArgumentException("no sample: " + line);
            }
            series.add(new Series(sample.group("name"), labels(sample.group("labels")), number(sample.group("value"))));
        });
        return new Scrape(List.copyOf(series));
    }

    private static Map<String, String> labels(@Nullable String labels) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(labels == null ? "" : labels);
        while (label.find()) {
            found.put(label.group("name"), label.group("value"));
        }
        return found;
    }

    private static double number(String value) {
        return switch (value) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(value);
        };
    }

    /** The sum of the series of this name that have these labels; there must be one. */
    public double value(String name, Map<String, String> labels) {
        List<Series> found = series.stream()
                .filter(s -> s.name().equals(name) && s.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError("no " + name + labels);
        }
        return found.stream().mapToDouble(Series::value).sum();
    }

    public double value(String name) {
        return value(name, Map.of());
    }
}
