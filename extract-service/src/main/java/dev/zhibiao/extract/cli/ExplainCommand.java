package dev.zhibiao.extract.cli;

import dev.zhibiao.extract.grammar.rule.Rules;
import dev.zhibiao.extract.grammar.rule.Statement;
import dev.zhibiao.extract.grammar.text.Document;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "explain", description = "Shows how a sentence is read.")
final class ExplainCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SENTENCE")
    private String words;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (Sentence sentence : Document.of(words).sentences()) {
            for (Rules.Finding finding : Rules.read(sentence)) {
                Statement s = finding.statement();
                out.printf(
                        "%s  %s  %s %s %s %s%n",
                        finding.rule(),
                        sentence.source(s.start(), s.end()).of(words),
                        s.indicator(),
                        s.measure().name().toLowerCase(Locale.ROOT),
                        s.amount().comparator() + s.amount().value().toPlainString(),
                        s.unit());
            }
        }
        out.flush();
    }
}
