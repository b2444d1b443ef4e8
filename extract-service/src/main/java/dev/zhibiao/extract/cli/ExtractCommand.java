package dev.zhibiao.extract.cli;

import dev.zhibiao.extract.report.Extraction;
import dev.zhibiao.extract.report.ReportExtractor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
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

    @Option(names = "--text", description = "the text that offsets count in 输出偏移量所指的正文")
    private boolean text;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Output output = text ? new TextOutput(out) : reports ? new ReportsOutput(out) : format.output(out);
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isReadable(path)) {
                err.println("zhibiao: " + Messages.of(Files.exists(path) ? "unreadable" : "missing", path));
                return 2;
            }
            files.addAll(inside(path));
        }
        ReportExtractor extractor = new ReportExtractor();
        long begin = System.nanoTime();
        long found = 0;
        int failed = 0;
        for (Path file : files) {
            try {
                String words = ReportFile.read(file);
                Extraction extraction = extractor.extract(words);
                output.print(String.valueOf(file.getFileName()), words, extraction);
                found += extraction.observations().size();
            } catch (CharacterCodingException e) {
                failed++;
                err.println("zhibiao: " + Messages.of("encoding", file));
            }
        }
        out.flush();
        double seconds = (System.nanoTime() - begin) / 1e9;
        int read = files.size() - failed;
        err.println(Messages.of("summary", read, found, "%.1f".formatted(seconds), "%.0f".formatted(read / seconds)));
        return failed == 0 ? 0 : 1;
    }

    private static List<Path> inside(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.list(path)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
