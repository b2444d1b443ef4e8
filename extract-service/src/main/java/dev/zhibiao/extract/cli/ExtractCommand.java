package dev.zhibiao.extract.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Observation;
import dev.zhibiao.extract.report.Extraction;
import dev.zhibiao.extract.report.ReportExtractor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
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

@Command(name = "extract", description = "Prints the observations of reports, one JSON object a line.")
final class ExtractCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "1..*")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--format", defaultValue = "jsonl", description = "jsonl")
    private String format = "jsonl";

    @Option(names = "--reports", description = "one JSON object per report: its metadata")
    private boolean reports;

    @Override
    public Integer call() throws IOException {
        if (!format.equals("jsonl")) {
            spec.commandLine().getErr().println("unknown format: " + format);
            return 2;
        }
        PrintWriter out = new PrintWriter(new java.io.OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        ReportExtractor extractor = new ReportExtractor();
        long begin = System.nanoTime();
        long found = 0;
        int failed = 0;
        List<Path> files = files();
        for (Path file : files) {
            try {
                found += print(file, extractor.extract(read(file)), out);
            } catch (MalformedInputException e) {
                failed++;
                spec.commandLine().getErr().println(file + ": not UTF-8");
            }
        }
        out.flush();
        double seconds = (System.nanoTime() - begin) / 1e9;
        spec.commandLine()
                .getErr()
                .printf(
                        "%d reports, %d observations, %.1f s, %.0f reports/s%n",
                        files.size() - failed, found, seconds, (files.size() - failed) / seconds);
        return failed == 0 ? 0 : 1;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    files.addAll(inside.filter(Files::isRegularFile).sorted().toList());
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static String read(Path file) throws IOException {
        String text = Files.readString(file);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private int print(Path file, Extraction extraction, PrintWriter out) throws IOException {
        String doc = String.valueOf(file.getFileName());
        if (reports) {
            ObjectNode report = JSON.createObjectNode().put("doc", doc);
            report.setAll((ObjectNode) JSON.readTree(EventJson.write(extraction.metadata())));
            out.println(report.put("observations", extraction.observations().size()));
            return extraction.observations().size();
        }
        for (Observation observation : extraction.observations()) {
            ObjectNode line = JSON.createObjectNode().put("doc", doc);
            line.setAll((ObjectNode) JSON.readTree(EventJson.write(observation)));
            out.println(line);
        }
        return extraction.observations().size();
    }
}
