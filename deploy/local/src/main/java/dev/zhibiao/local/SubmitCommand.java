package dev.zhibiao.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = {
            "Submits files to a running system. 把文件提交给正在运行的系统。",
            "Interrupted and started again it goes on where it was: the journal is under submit/ of the data folder.",
            "Exit code: 0 all were taken, 1 some were refused, 2 something stands in the way."
        })
final class SubmitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files or folders")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--to",
            paramLabel = "URL",
            defaultValue = "http://localhost:8081",
            description = "address of ingest; default: ${DEFAULT-VALUE}")
    private String to = "http://localhost:8081";

    @Option(names = "--report", paramLabel = "FILE", description = "write the outcomes as JSON lines, one a file")
    private @Nullable Path report;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:ZHIBIAO_API_KEY}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "API key; better in $ZHIBIAO_API_KEY, which other users of the machine cannot see")
    private @Nullable String key;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "" + Submitter.AT_ONCE,
            description = "files under way at the same time; default: ${DEFAULT-VALUE}")
    private int parallel = Submitter.AT_ONCE;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where the journal is kept; default: $ZHIBIAO_DATA or .zhibiao")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException {
        URI ingest = Address.of(to);
        SubmittedFiles.requireThere(paths);
        if (parallel < 1) {
            throw new CannotRunException("submit.parallel", parallel);
        }
        Path root = Path.of(System.getProperty("zhibiao.root", "."));
        Path folder = (data == null ? RunCommand.defaultData(root) : data).resolve("submit");
        Tally tally = new Tally();
        PrintWriter out = spec.commandLine().getOut();
        Thread interrupted = new Thread(() -> out.println(Messages.of("submit.interrupted", tally.files())), "stop");
        try (SubmitJournal journal = SubmitJournal.open(folder, submission());
                SubmitReport outcomes = SubmitReport.to(report)) {
            Runtime.getRuntime().addShutdownHook(interrupted);
            submit(ingest, journal, outcomes, tally, out);
            Runtime.getRuntime().removeShutdownHook(interrupted);
            if (tally.unsettled() == 0) {
                journal.delete();
            }
        }
        if (tally.files() == 0) {
            throw new CannotRunException("path.empty", paths.get(0));
        }
        tally.print(out);
        if (tally.unsettled() > 0) {
            out.println(Messages.of("submit.again", tally.unsettled()));
        }
        return tally.refusals() == 0 ? 0 : 1;
    }

    /** The same address and paths are the same submission, from wherever it is started. */
    private String submission() {
        return to
                + paths.stream()
                        .map(path -> path.toAbsolutePath().normalize().toString())
                        .collect(Collectors.joining("\n", "\n", ""));
    }

    private void submit(URI ingest, SubmitJournal journal, SubmitReport outcomes, Tally tally, PrintWriter out) {
        List<Outcome> before = journal.answered();
        if (!before.isEmpty()) {
            out.println(Messages.of("submit.resumed", before.size(), journal.path()));
        }
        before.forEach(outcome -> {
            tally.add(outcome);
            outcomes.add(outcome);
        });
        IngestClient client = new IngestClient(ingest, key == null || key.isBlank() ? null : key);
        try (Progress progress = Progress.of("submit", Progress.UNKNOWN, out)) {
            progress.startAt(before.size());
            progress.totalWhenCounted(() -> FileWalk.count(paths));
            new Submitter(client, parallel).submit(rest(journal), outcome -> {
                journal.add(outcome);
                outcomes.add(outcome);
                tally.add(outcome);
                progress.note(Messages.of("submit.refused-so-far", tally.refusals()));
                progress.step(Messages.of("submitted", outcome.name(), outcome.status()));
            });
        }
    }

    private Iterator<Path> rest(SubmitJournal journal) {
        Iterable<Path> all = () -> new FileWalk(paths);
        Stream<Path> files = StreamSupport.stream(all.spliterator(), false);
        return files.filter(file -> !journal.isAnswered(file)).iterator();
    }
}
