package dev.zhibiao.extract.cli;

import dev.zhibiao.extract.report.Extraction;
import dev.zhibiao.extract.report.ReportExtractor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the observations of reports. 输出报告中的观测值。",
            "Exit code: 0 all were read, 1 some were not, 2 a wrong call."
        })
final class ExtractCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files or folders 文件或目录")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--format", defaultValue = "JSONL", description = "jsonl, csv or table; default jsonl")
    private Format format = Format.JSONL;

    @Option(names = "--reports", description = "one JSON object per report: its metadata 每份报告一行元数据")
    private boolean reports;

    @Option(names = "--text", description = "the text that offsets count in, nothing else 只输出偏移量所指的正文")
    private boolean text;

    /** What is done with a file. */
    private interface Work {

        /** Does it; returns how many observations it has. */
        int on(Path file) throws IOException;
    }

    @Override
    public Integer call() {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                complain(Messages.of("missing", path));
                return 2;
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        Work work = text ? printing(out) : extracting(reports ? new ReportsOutput(out) : format.output(out));
        long begin = System.nanoTime();
        int read = 0;
        int failed = 0;
        long found = 0;
        for (Path path : paths) {
            for (Path file : inside(path)) {
                try {
                    found += work.on(file);
                    read++;
                } catch (NoTextException e) {
                    failed++;
                    complain(String.valueOf(e.getMessage()));
                } catch (IOException e) {
                    failed++;
                    complain(Messages.of("unreadable", file, e));
                }
            }
        }
        out.flush();
        double seconds = (System.nanoTime() - begin) / 1e9;
        String took = "%.1f".formatted(seconds);
        spec.commandLine()
                .getErr()
                .println(
                        text
                                ? Messages.of("summary.text", read, took)
                                : Messages.of("summary", read, found, took, "%.0f".formatted(read / seconds)));
        return failed == 0 ? 0 : 1;
    }

    private static Work printing(PrintWriter out) {
        return file -> {
            out.print(ReportFile.read(file));
            return 0;
        };
    }

    private static Work extracting(Output output) {
        ReportExtractor extractor = new ReportExtractor();
        return file -> {
            String words = ReportFile.read(file);
            Extraction extraction = extractor.extract(words);
            output.print(String.valueOf(file.getFileName()), words, extraction);
            return extraction.observations().size();
        };
    }

    private void complain(String line) {
        spec.commandLine().getErr().println("zhibiao: " + line);
    }

    /** The files of a folder; what is none stands for itself. A folder that cannot be listed is like such a file. */
    private static List<Path> inside(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.list(path)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(path);
        }
    }
}
