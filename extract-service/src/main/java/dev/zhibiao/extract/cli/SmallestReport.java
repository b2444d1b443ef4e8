package dev.zhibiao.extract.cli;

import dev.zhibiao.events.Observation;
import dev.zhibiao.extract.grammar.rule.Explanation;
import dev.zhibiao.extract.grammar.rule.Rules;
import dev.zhibiao.extract.grammar.rule.UnreadNumber;
import dev.zhibiao.extract.grammar.text.CodePoints;
import dev.zhibiao.extract.grammar.text.Document;
import dev.zhibiao.extract.grammar.text.Sentence;
import dev.zhibiao.extract.grammar.text.Span;
import dev.zhibiao.extract.report.ReportExtractor;
import java.util.List;

/** The smallest report that words can stand in: {@code explain} says of them what {@code extract} would. */
final class SmallestReport {

    private final String text;
    private final int prefix;

    /**
     * Puts words into a report.
     *
     * @param year in which the report is read out
     * @param plan whether they stand in its plans; in its look-back on the year before otherwise
     */
    SmallestReport(String words, int year, boolean plan) {
        String head = "政府工作报告\n%d年1月10日在人民代表大会会议上\n各位代表：\n一、%s\n"
                .formatted(year, plan ? year + "年主要目标和重点工作" : year - 1 + "年工作回顾");
        this.text = head + words;
        this.prefix = head.length();
    }

    /** How its sentences are read, in their order; none where the words are a heading or nothing. */
    List<ExplainedSentence> explain() {
        List<Observation> observations = new ReportExtractor().extract(text).observations();
        return Document.of(text).sentences().stream()
                .filter(sentence -> sentence.span().start() >= prefix)
                .map(sentence -> explained(sentence, observations))
                .toList();
    }

    private ExplainedSentence explained(Sentence sentence, List<Observation> observations) {
        Explanation read = Rules.explain(sentence);
        CodePoints points = new CodePoints(text);
        List<ExplainedQuantity> quantities = read.steps().stream()
                .map(step -> {
                    Span span = sentence.source(
                            step.quantity().start(), step.quantity().end());
                    List<Observation> found = observations.stream()
                            .filter(o ->
                                    o.start() == points.offset(span.start()) && o.end() == points.offset(span.end()))
                            .toList();
                    return new ExplainedQuantity(place(span, points), step, found);
                })
                .toList();
        List<ExplainedNumber> numbers = read.unread().stream()
                .map(n -> new ExplainedNumber(place(sentence.source(n.start(), n.end()), points), n.reason()))
                .toList();
        return new ExplainedSentence(read.text(), quantities, numbers);
    }

    private Place place(Span span, CodePoints points) {
        int before = points.offset(prefix);
        return new Place(points.offset(span.start()) - before, points.offset(span.end()) - before, span.of(text));
    }

    /**
     * A piece of the words as they were given.
     *
     * @param start in code points
     * @param end in code points
     */
    record Place(int start, int end, String text) {}

    /** A sentence, folded, with what its numbers became. */
    record ExplainedSentence(String folded, List<ExplainedQuantity> quantities, List<ExplainedNumber> numbers) {}

    /** A quantity, how the rules read it and the observations that the report has there. */
    record ExplainedQuantity(Place place, Explanation.Step step, List<Observation> observations) {}

    /** A number that is no quantity. */
    record ExplainedNumber(Place place, UnreadNumber.Reason reason) {}
}
