package dev.zhibiao.local;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "submit", description = "Submits files to a running system. 把文件提交给正在运行的系统。")
final class SubmitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "1..*")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--to", paramLabel = "URL", defaultValue = "http://localhost:8081")
    private URI to = URI.create("http://localhost:8081");

    @Override
    public Integer call() {
        List<Path> files = SubmittedFiles.of(paths);
        PrintWriter out = spec.commandLine().getOut();
        List<Outcome> outcomes;
        try (Progress progress = Progress.of("submit", files.size(), out)) {
            outcomes =
                    new Submitter(to).submit(files, o -> progress.step(Messages.of("submitted", o.name(), o.status())));
        }
        long duplicates = outcomes.stream().filter(Outcome::duplicate).count();
        Map<String, Integer> refused = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome.code() != null) {
                refused.merge(outcome.code(), 1, Integer::sum);
            }
        }
        int refusals = refused.values().stream().mapToInt(Integer::intValue).sum();
        out.println(Messages.of("summary.submitted", outcomes.size() - duplicates - refusals, duplicates, refusals));
        refused.forEach((code, count) -> out.println(Messages.of("summary.refused", code, count)));
        return refusals == 0 ? 0 : 1;
    }
}
