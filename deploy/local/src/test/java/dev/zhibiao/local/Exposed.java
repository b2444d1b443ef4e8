package dev.zhibiao.local;

import dev.zhibiao.events.testing.Scrape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The series that Prometheus has of what is exposed, and what a query asks of them in vain. */
final class Exposed {

    /** Stands for whatever value a label may have. */
    private static final String ANY = "*";

    private static final Pattern ALTERNATIVES = Pattern.compile("[a-z0-9-]+(\\|[a-z0-9-]+)*");

    private final Map<String, List<Map<String, String>>> series = new HashMap<>();

    /** What a PodMonitor makes of a scrape: the pod's labels and {@code up} are added. */
    void scraped(String job, Scrape scrape) {
        Map<String, String> target = Map.of(
                "namespace", "zhibiao", "job", job, "pod", ANY, "container", ANY, "endpoint", "http", "instance", ANY);
        for (Scrape.Series s : scrape.series()) {
            Map<String, String> labels = new LinkedHashMap<>(s.labels());
            labels.putAll(target);
            add(s.name(), labels);
        }
        add("up", target);
    }

    /** What somebody else exposes, or a recorded query. */
    void known(String metric, Set<String> labels) {
        Map<String, String> any = new LinkedHashMap<>();
        labels.forEach(label -> any.put(label, ANY));
        add(metric, any);
    }

    private void add(String metric, Map<String, String> labels) {
        series.computeIfAbsent(metric, name -> new ArrayList<>()).add(labels);
    }

    /** Whether there is a series of this name. */
    boolean has(String metric) {
        return series.containsKey(metric);
    }

    /** What a query asks for and would never get, one line each. */
    List<String> missing(PromQl query) {
        List<String> missing = new ArrayList<>();
        for (PromQl.Selector selector : query.selectors()) {
            List<Map<String, String>> found = series.get(selector.metric());
            if (found == null) {
                missing.add("no metric " + selector.metric());
                continue;
            }
            for (PromQl.Label label : selector.labels()) {
                if (found.stream().noneMatch(labels -> labels.containsKey(label.name()))) {
                    missing.add("no label " + label.name() + " at " + selector.metric());
                } else {
                    missing.addAll(missingValues(selector.metric(), label, found));
                }
            }
            if (missing.isEmpty() && found.stream().noneMatch(labels -> matches(selector, labels))) {
                missing.add("no series " + selector);
            }
        }
        for (String label : query.grouping()) {
            boolean known = query.selectors().stream()
                    .flatMap(selector -> series.getOrDefault(selector.metric(), List.of()).stream())
                    .anyMatch(labels -> labels.containsKey(label));
            if (!known) {
                missing.add("no label " + label + " to group by");
            }
        }
        return missing;
    }

    /** Of a plain list of values each one must be there; a value that is misspelt would hide behind the others. */
    private static List<String> missingValues(String metric, PromQl.Label label, List<Map<String, String>> found) {
        if (label.operator().startsWith("!")
                || !ALTERNATIVES.matcher(label.value()).matches()) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        for (String value : label.value().split("\\|")) {
            boolean there = found.stream()
                    .map(labels -> labels.get(label.name()))
                    .anyMatch(has -> value.equals(has) || ANY.equals(has));
            if (!there) {
                missing.add("no " + label.name() + "=\"" + value + "\" at " + metric);
            }
        }
        return missing;
    }

    private static boolean matches(PromQl.Selector selector, Map<String, String> labels) {
        return selector.labels().stream().allMatch(label -> matches(label, labels.get(label.name())));
    }

    private static boolean matches(PromQl.Label label, @Nullable String value) {
        if (ANY.equals(value)) {
            return true;
        }
        String has = value == null ? "" : value;
        boolean equal = label.operator().endsWith("~")
                ? Pattern.matches(label.value(), has)
                : label.value().equals(has);
        return label.operator().startsWith("!") != equal;
    }
}
