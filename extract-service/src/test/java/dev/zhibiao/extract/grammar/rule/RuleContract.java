package dev.zhibiao.extract.grammar.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every rule's test gives: example sentences with the evidence in ⟦ ⟧ and what is read there, and look-alikes that
 * the rule must leave alone. Lines read {@code sentence -> indicator measure comparator value unit [scope] [/ base]}; for
 * a rule that refuses, an example ends in {@code -> nothing}.
 */
abstract class RuleContract {

    abstract List<String> examples();

    abstract List<String> lookAlikes();

    final String ruleName() {
        return getClass().getSimpleName().replaceAll("Test$", "");
    }

    @TestFactory
    Stream<DynamicTest> readsItsExamples() {
        return examples().stream()
                .map(line -> DynamicTest.dynamicTest(
                        line, () -> assertThat(read(line)).isEqualTo(wanted(line))));
    }

    @TestFactory
    Stream<DynamicTest> leavesItsLookAlikesAlone() {
        return lookAlikes().stream()
                .map(words -> DynamicTest.dynamicTest(
                        words,
                        () -> assertThat(rulesIn(words))
                                .as("rules that read %s", words)
                                .doesNotContain(ruleName())));
    }

    private List<String> rulesIn(String words) {
        Rule rule = Rules.ORDER.stream()
                .filter(r -> r.getClass().getSimpleName().equals(ruleName()))
                .findFirst()
                .orElseThrow();
        if (!rule.refuses()) {
            return Rules.read(Sentence.alone(words)).stream()
                    .map(Rules.Finding::rule)
                    .toList();
        }
        Reading reading = new Reading(Sentence.alone(words));
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < reading.size(); i++) {
            if (rule.read(reading, i) != null) {
                refused.add(ruleName());
            }
        }
        return refused;
    }

    private static List<String> wanted(String line) {
        String said = line.substring(line.indexOf("->") + 2).strip();
        return said.equals("nothing") ? List.of() : List.of(said.split("\\s*;\\s*"));
    }

    private static List<String> read(String line) {
        String marked = line.substring(0, line.indexOf("->")).strip();
        String words = marked.replace("⟦", "").replace("⟧", "");
        Sentence sentence = Sentence.alone(words);
        int start = marked.indexOf('⟦');
        int end = marked.indexOf('⟧') - 1;
        List<String> found = new ArrayList<>();
        for (Rules.Finding finding : Rules.read(sentence)) {
            Statement s = finding.statement();
            if (sentence.source(s.start(), s.end()).start() == start
                    && sentence.source(s.start(), s.end()).end() == end) {
                found.add(notation(s));
            }
        }
        return found;
    }

    private static String notation(Statement s) {
        String max = s.amount().max() == null ? "" : ".." + s.amount().max().toPlainString();
        return s.indicator() + " " + s.measure().name().toLowerCase(Locale.ROOT) + " "
                + s.amount().comparator() + " "
                + s.amount().value().toPlainString() + max + (s.unit().isEmpty() ? "" : " " + s.unit())
                + (s.scope() == null ? "" : " " + s.scope()) + (s.base() == null ? "" : " / " + s.base());
    }
}
