package dev.zhibiao.extract.report;

import dev.zhibiao.extract.grammar.period.Frame;
import dev.zhibiao.extract.grammar.period.Status;
import dev.zhibiao.extract.grammar.period.Times;
import dev.zhibiao.extract.grammar.period.Years;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The years that a newspaper's paragraphs tell of. {@code 某街道清理河道6条。近日，全区…}: what is told without a date is of the
 * year that its paragraph names, before or behind it; 近日 and 今年 name the year of the paper. A paragraph that begins with
 * {@code 这些项目中} goes on with the year of the one before.
 */
final class PaperTimes {

    private static final KeyedPattern NEW =
            KeyedPattern.compile(Times.NEWS + "|今年(?!是|以来|[一二三四上前]|\\d|[^，。；]{0,3}，?[^，。；]{0,6}[将要])");
    private static final Pattern DATED =
            Pattern.compile("(?<![到比较与从自是为于])((?<year>(19|20)\\d\\d)年(?!以来)|(?<last>去年|上年)(?!同期|以来|的[\\d一二两]))");
    private static final KeyedPattern GOES_ON = KeyedPattern.compile("^(这些|这批|上述|其中)");

    private final int published;
    private final Map<Sentence, Years> years = new IdentityHashMap<>();

    /**
     * Of a newspaper's page.
     *
     * @param published the year of the paper
     */
    PaperTimes(List<Sentence> sentences, int published) {
        this.published = published;
        Years before = null;
        int end = 0;
        for (int start = 0; start < sentences.size(); start = end) {
            end = start + 1;
            while (end < sentences.size() && !sentences.get(end).opensParagraph()) {
                end++;
            }
            List<Sentence> paragraph = sentences.subList(start, end);
            Years told = told(paragraph);
            boolean goesOn = GOES_ON.isIn(paragraph.get(0).text());
            Years meant = told == null && goesOn ? before : told;
            if (meant != null) {
                paragraph.forEach(sentence -> years.put(sentence, meant));
            }
            before = meant;
        }
    }

    /** The one year that a paragraph names; null where it names none or several. */
    private @Nullable Years told(List<Sentence> paragraph) {
        Set<Integer> named = new HashSet<>();
        for (Sentence sentence : paragraph) {
            if (NEW.isIn(sentence.text())) {
                named.add(published);
            }
            for (Matcher m = DATED.matcher(sentence.text()); m.find(); ) {
                named.add(m.group("last") == null ? Integer.parseInt(m.group("year")) : published - 1);
            }
        }
        return named.size() == 1 ? Years.of(named.iterator().next()) : null;
    }

    /** What a sentence is about where it does not say so itself; what is still to be done stays so. */
    Frame frame(Sentence sentence, Frame frame) {
        Years told = years.get(sentence);
        return told == null || frame.status() != Status.ACTUAL || frame.plan() ? frame : new Frame(told, Status.ACTUAL);
    }
}
