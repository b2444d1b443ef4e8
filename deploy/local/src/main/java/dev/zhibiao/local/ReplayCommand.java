package dev.zhibiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Puts failed records back, or has stored reports read again. 重放失败的记录，或重新读取已入库的报告。",
            "Interrupted and started again it goes on where it was.",
            "Exit code: 0 all were read, 1 some were not, 2 something stands in the way."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(120);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration FIRST_LOOK = Duration.ofMillis(300);
    private static final Duration RAREST_LOOK = Duration.ofSeconds(5);
    private static final String OPEN_FAILURES = "/failures?state=open";

    @Spec
    private CommandSpec spec;

    /** What is replayed: one of these. */
    static final class What {
        @Option(names = "--failed", description = "the original records of all open failures")
        boolean failed;

        @Option(names = "--report", paramLabel = "ID", description = "these reports, failed or stored")
        List<String> reports = new ArrayList<>();

        @Option(names = "--all", description = "all reports")
        boolean all;

        @Option(
                names = "--since",
                paramLabel = "VERSION",
                description = "reports last read by this release of the extractor or a later one")
        @Nullable
        String since;
    }

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Option(names = "--dry-run", description = "only say what would be added, changed and withdrawn, by rule")
    private boolean dryRun;

    @Option(names = "--allow-older", description = "an older extractor may replace what a newer one found")
    private boolean allowOlder;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "20",
            description = "at most so many a second; default: ${DEFAULT-VALUE}")
    private int rate = 20;

    @Option(names = "--restart", description = "begin anew where an earlier replay was interrupted")
    private boolean restart;

    @Option(
            names = "--to",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "address of the store; default: ${DEFAULT-VALUE}")
    private String to = "http://localhost:8080";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:ZHIBIAO_API_KEY}",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            description = "API key with the role operate; better in $ZHIBIAO_API_KEY")
    private @Nullable String key;

    @Option(names = "--data", paramLabel = "DIR", description = "where the place of an interrupted replay is kept")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException {
        if (rate < 1 || rate > 1000) {
            throw new CannotRunException("replay.rate", rate);
        }
        PrintWriter out = spec.commandLine().getOut();
        ReplayClient store = new ReplayClient(Address.of(to), key == null || key.isBlank() ? null : key);
        return what.failed ? failures(store, out) : reports(store, out);
    }

    /** Reports that a stage gave up: of these it is the record that goes back, there may be no text of them. */
    private List<JsonNode> failuresOfNamed(ReplayClient store) {
        List<JsonNode> open = new ArrayList<>();
        if (!dryRun) {
            what.reports.forEach(
                    id -> store.each(OPEN_FAILURES + "&report=" + encoded(id)).forEachRemaining(open::add));
        }
        return open;
    }

    private int failures(ReplayClient store, PrintWriter out) {
        if (dryRun) {
            throw new CannotRunException("replay.dry-failed");
        }
        List<JsonNode> open = new ArrayList<>();
        store.each(OPEN_FAILURES).forEachRemaining(open::add);
        return putBack(store, open, out);
    }

    /** Those that are open now: what is put back and fails again is a new one, further on in the same list. */
    private int putBack(ReplayClient store, List<JsonNode> open, PrintWriter out) {
        int refused = 0;
        try (Progress progress = Progress.of("replay", open.size(), out)) {
            for (JsonNode failure : open) {
                String id = failure.path("failureId").asText();
                Refusal refusal = store.post("/failures/" + id + "/replay");
                refused += refusal == null ? 0 : 1;
                progress.step(Messages.of(
                        "replay.step",
                        failure.path("reportId").asText(),
                        refusal == null ? failure.path("code").asText() : refusal.reason()));
                Pause.of(SECOND.dividedBy(rate));
            }
        }
        out.println(Messages.of("replay.failures", open.size() - refused, refused));
        return refused == 0 ? 0 : 1;
    }

    private int reports(ReplayClient store, PrintWriter out) throws IOException {
        List<JsonNode> open = failuresOfNamed(store);
        int refused = open.isEmpty() ? 0 : putBack(store, open, out);
        Set<String> failed = new HashSet<>();
        open.forEach(failure -> failed.add(failure.path("reportId").asText()));
        if (!what.reports.isEmpty() && failed.containsAll(what.reports)) {
            return refused;
        }
        Path root = Path.of(System.getProperty("zhibiao.root", "."));
        Path folder = (data == null ? RunCommand.defaultData(root) : data).resolve("replay");
        try (ReplayJournal journal = ReplayJournal.open(folder, key(), restart)) {
            refused += read(store, failed, journal, out);
            JsonNode outcome = await(store, journal);
            print(outcome, out);
            boolean complete = outcome.path("reports").asInt() >= journal.taken();
            if (complete && !journal.unsettled()) {
                journal.finish();
            }
            boolean good = outcome.path("outcomes").path("failed").asInt() == 0 && refused == 0;
            return complete && good ? 0 : 1;
        }
    }

    /** Asks for the reports one by one; how many the store refused. */
    private int read(ReplayClient store, Set<String> failed, ReplayJournal journal, PrintWriter out) {
        if (journal.taken() > 0) {
            out.println(Messages.of("replay.resumed", journal.taken()));
        }
        int refused = 0;
        int withoutText = 0;
        try (Progress progress = Progress.of("replay", Progress.UNKNOWN, out)) {
            progress.startAt(journal.taken());
            progress.totalWhenCounted(() -> count(chosen(store)));
            for (Iterator<JsonNode> chosen = chosen(store); chosen.hasNext(); ) {
                JsonNode report = chosen.next();
                String id = report.path("reportId").asText();
                if (!hasText(report)) {
                    withoutText++;
                } else if (!failed.contains(id) && !journal.done(id)) {
                    Refusal refusal = store.post("/reports/" + encoded(id) + "/replay?run=" + journal.run() + "&dryRun="
                            + dryRun + "&allowOlder=" + allowOlder);
                    refused += refusal == null ? 0 : 1;
                    journal.note(id, refusal);
                    progress.step(Messages.of("replay.step", id, refusal == null ? "" : refusal.reason()));
                    Pause.of(SECOND.dividedBy(rate));
                }
            }
        }
        if (withoutText > 0) {
            out.println(Messages.of("replay.without-text", withoutText));
        }
        return refused;
    }

    private static long count(Iterator<?> items) {
        long count = 0;
        for (; items.hasNext(); items.next()) {
            count++;
        }
        return count;
    }

    /** One replay is another where it does another thing. */
    private String key() {
        return String.join(
                " ",
                to,
                what.all ? "all" : "",
                what.since == null ? "" : "since " + what.since,
                String.join(",", what.reports),
                dryRun ? "dry" : "",
                allowOlder ? "older" : "");
    }

    /** In the order of their ids. */
    private Iterator<JsonNode> chosen(ReplayClient store) {
        if (what.reports.isEmpty()) {
            return store.each("/reports?limit=1000" + (what.since == null ? "" : "&since=" + encoded(what.since)));
        }
        return what.reports.stream()
                .distinct()
                .sorted()
                .<JsonNode>map(id -> JsonNodeFactory.instance.objectNode().put("reportId", id))
                .iterator();
    }

    /** What was given up before it was received has no text that could be read again. */
    private boolean hasText(JsonNode report) {
        return !what.reports.isEmpty() || report.hasNonNull("receivedAt");
    }

    private static String encoded(String said) {
        return URLEncoder.encode(said, StandardCharsets.UTF_8);
    }

    /** Each look makes the store count the whole run, so they become rarer. */
    private static JsonNode await(ReplayClient store, ReplayJournal journal) {
        JsonNode outcome = store.get("/replays/" + journal.run());
        int before = -1;
        long end = 0;
        Duration pause = FIRST_LOOK;
        while (outcome.path("reports").asInt() < journal.taken()) {
            int now = outcome.path("reports").asInt();
            if (now != before) {
                before = now;
                end = System.nanoTime() + WITHOUT_PROGRESS.toNanos();
            } else if (System.nanoTime() > end) {
                return outcome;
            }
            Pause.of(pause);
            pause = pause.compareTo(RAREST_LOOK) < 0 ? pause.multipliedBy(2) : RAREST_LOOK;
            outcome = store.get("/replays/" + journal.run());
        }
        return outcome;
    }

    private void print(JsonNode outcome, PrintWriter out) {
        JsonNode outcomes = outcome.path("outcomes");
        out.println(Messages.of(
                dryRun ? "replay.would" : "replay.did",
                outcome.path("reports").asInt(),
                outcomes.path("changed").asInt(),
                outcomes.path("unchanged").asInt(),
                outcomes.path("older").asInt(),
                outcomes.path("failed").asInt()));
        if (!outcome.path("rules").isEmpty()) {
            Table table = new Table()
                    .row(
                            Messages.of("table.rule"),
                            Messages.of("table.added"),
                            Messages.of("table.changed"),
                            Messages.of("table.withdrawn"));
            outcome.path("rules")
                    .forEach(rule -> table.row(
                            rule.path("rule").asText(),
                            rule.path("added").asText(),
                            rule.path("changed").asText(),
                            rule.path("withdrawn").asText()));
            out.println(table.text());
        }
    }
}
