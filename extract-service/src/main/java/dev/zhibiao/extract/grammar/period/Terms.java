package dev.zhibiao.extract.grammar.period;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Look-backs on a term of government that are not called 五年: 市五届人大一次会议以来, 本届政府任期以来, 四年来. */
public final class Terms {

    private static final KeyedPattern SINCE = KeyedPattern.compile(
            "^[^，。；]{0,20}((人大|人民代表大会)第?一次会议|本届政府[^，。；]{0,6}|政府换届)以来(?!的五年)([，、]|的?[^，。；]{0,8}(回顾|总结)$)");
    /** 四年来，我们…, and 四年来曲靖取得的成就. */
    private static final KeyedPattern YEARS_SAID = KeyedPattern.compile("^(?:这|过去)?([两三四五])年来");

    private static final Pattern GREW =
            Pattern.compile("从((?:19|20)\\d\\d)年的?[^，。；]{1,20}[高升加长展大][到至]((?:19|20)\\d\\d)年");
    /** 2008年以来，… at the head of a sentence, and 2008年～2011年，…年均增长. */
    private static final Pattern FIRST_SAID =
            Pattern.compile("^((?:19|20)\\d\\d)年以来[，、]|^((?:19|20)\\d\\d)年?[～~—-]+((?:19|20)\\d\\d)年[，、]?");

    private static final int WHOLE_TERM = 5;

    private final Map<Sentence, Years> openings = new IdentityHashMap<>();
    /** Those of the openings that name when the years began. */
    private final Map<Sentence, Years> beginnings = new IdentityHashMap<>();

    private final Map<String, Years> chapters = new HashMap<>();

    private final Actions actions;

    private Terms(Actions actions) {
        this.actions = actions;
    }

    /**
     * Of a whole report.
     *
     * @param review the last year looked back on
     */
    public static Terms of(List<Sentence> sentences, int review) {
        Terms terms = new Terms(Actions.of(sentences));
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            String chapter = sentence.section().chapter();
            boolean entered =
                    i == 0 || !chapter.equals(sentences.get(i - 1).section().chapter());
            if (entered && SINCE.isIn(chapter) && !terms.chapters.containsKey(chapter)) {
                terms.chapters.put(chapter, years(sentences, i, review));
            }
            boolean since = SINCE.isIn(sentence.text());
            if (since || YEARS_SAID.isIn(sentence.text())) {
                Years years = years(sentences, i, review);
                terms.openings.put(sentence, years);
                if (since) {
                    terms.beginnings.put(sentence, years);
                }
            }
        }
        return terms;
    }

    /** The years that a chapter of that heading looks back on; null where it is no such heading. */
    @Nullable
    Years headed(String chapter) {
        return chapters.get(chapter);
    }

    /** The years that a paragraph looks back on that opens with the sentence; null where it opens no look-back on a term. */
    @Nullable
    Years opened(Sentence sentence) {
        return openings.get(sentence);
    }

    /** How many years an action took that the sentence tells the sums of; null where it tells of none. */
    @Nullable
    Integer acted(Sentence sentence) {
        return actions.years(sentence);
    }

    /** The years that the sentence looks back on wherever it stands, as it names when they began; else null. */
    @Nullable
    Years begun(Sentence sentence) {
        return beginnings.get(sentence);
    }

    /** What the sentence or one behind it in its chapter says: how many years, or the year that they are measured against. */
    private static Years years(List<Sentence> sentences, int from, int review) {
        String chapter = sentences.get(from).section().chapter();
        for (int i = from; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (!sentence.section().chapter().equals(chapter)) {
                break;
            }
            Matcher said = YEARS_SAID.find(sentence.text());
            if (said != null) {
                int count = "零一两三四五".indexOf(said.group(1));
                return new Years(review - count + 1, review);
            }
            Integer first = first(sentence.text(), review);
            if (first != null && first < review && first > review - WHOLE_TERM) {
                return new Years(first, review);
            }
        }
        return new Years(review - WHOLE_TERM + 1, review);
    }

    /** The first year of the term as a sentence says it, itself or by the year before that it grew from; null where none does. */
    private static @Nullable Integer first(String text, int review) {
        Matcher said = FIRST_SAID.matcher(text);
        if (said.find()) {
            if (said.group(1) != null) {
                return Integer.valueOf(said.group(1));
            }
            if (Integer.parseInt(said.group(3)) == review) {
                return Integer.valueOf(said.group(2));
            }
        }
        Matcher grew = GREW.matcher(text);
        return grew.find() && Integer.parseInt(grew.group(2)) == review ? Integer.parseInt(grew.group(1)) + 1 : null;
    }
}
