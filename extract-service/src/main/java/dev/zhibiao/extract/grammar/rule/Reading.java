package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityReader;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence while it is read: its quantities, what stands around each, and what was read so far. */
final class Reading {

    private static final String HARD = "，；：。！？";
    /** 在全省的比重: of what, stands before. */
    private static final Pattern IN_WHOLE =
            Pattern.compile("(?:它们?)?(?<whole>在.{2,}?(?:[中里内](?:所占)?的?|的)(?:比重|比例|份额|占比))");

    private static final Pattern FIELD = Pattern.compile("在?(?<field>[^，、；：]{2,10}?)(?:方面|领域)[，：]");

    private static final String JOINS = "、和及与或";

    private final Sentence sentence;
    private final String text;
    private final BitSet bracketed;
    private final List<Quantity> quantities;
    /** Every rule asks for the lead of the quantity that it is tried on. */
    private final Map<Integer, Lead> leads = new HashMap<>();

    private final List<Statement> statements = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();

    Reading(Sentence sentence) {
        this.sentence = sentence;
        this.text = sentence.text();
        this.bracketed = bracketed(text);
        this.quantities = new ArrayList<>(QuantityReader.read(text));
    }

    String text() {
        return text;
    }

    int size() {
        return quantities.size();
    }

    Quantity quantity(int index) {
        return quantities.get(index);
    }

    void drop(int index) {
        quantities.remove(index);
        leads.clear();
    }

    void add(Statement statement, String rule) {
        statements.add(statement);
        rules.add(rule);
    }

    List<Statement> statements() {
        return statements;
    }

    String ruleOf(int statement) {
        return rules.get(statement);
    }

    /** What was said last in this sentence, or null. */
    @Nullable
    Statement last() {
        return statements.isEmpty() ? null : statements.get(statements.size() - 1);
    }

    /**
     * The indicators said last, in their order.
     *
     * @param wanted how many; 0 for as many as were said of one measure
     */
    List<String> group(int wanted) {
        List<String> names = new ArrayList<>();
        Measure measure = null;
        for (int i = statements.size() - 1; i >= 0 && (wanted == 0 || names.size() < wanted); i--) {
            Statement s = statements.get(i);
            if (names.contains(s.indicator()) || s.measure() == Measure.RANK) {
                continue;
            }
            if (wanted == 0 && measure != null && s.measure() != measure) {
                break;
            }
            measure = s.measure();
            names.add(0, s.indicator());
        }
        return names.size() < wanted ? List.of() : names;
    }

    /** The indicators said last of one list, as long as nothing but joins parts it. */
    List<String> listBefore() {
        List<String> names = new ArrayList<>();
        int end = last() == null ? 0 : last().start();
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement s = statements.get(i);
            if (s.measure() != Measure.LEVEL || "%".equals(s.unit()) || hasHard(s.start(), end)) {
                break;
            }
            end = s.start();
            names.add(0, s.indicator());
        }
        return names;
    }

    private boolean hasHard(int from, int to) {
        for (int at = from; at < to; at++) {
            if (isHard(at)) {
                return true;
            }
        }
        return false;
    }

    String indicatorBefore() {
        Statement last = last();
        if (last == null) {
            return "";
        }
        String attained = Attainment.attained(last.indicator());
        return attained == null ? last.indicator() : attained;
    }

    /** Whether a comma, semicolon, colon or stop outside quotes and brackets stands there. */
    private boolean isHard(int at) {
        char c = text.charAt(at);
        // No Chinese character is a mark, and nearly all are Chinese characters.
        return (c < '\u4E00' || c > '\u9FFF') && HARD.indexOf(c) >= 0 && !sentence.quoted(at) && !bracketed(at);
    }

    private boolean bracketed(int at) {
        return bracketed.get(at);
    }

    private static BitSet bracketed(String text) {
        BitSet inside = new BitSet();
        for (int open = text.indexOf('（'); open >= 0; open = text.indexOf('（', open + 1)) {
            int close = text.indexOf('）', open);
            inside.set(open, Math.max(open, close));
        }
        return inside;
    }

    /** What the clause before a quantity's own speaks of, 电网建设 of 加强电网建设，投资57亿元; empty where it cannot be told. */
    String topicBefore(int index) {
        int end = leadStart(index) - 1;
        if (end <= 0 || !isHard(end) || text.charAt(end) != '，') {
            return "";
        }
        int start = end;
        while (start > 0 && !isHard(start - 1)) {
            start--;
        }
        return Topic.of(text.substring(start, end));
    }

    /** The field that a part of the sentence is opened with, 水利建设 of 水利建设方面，加固堤防，完成投资9亿元; empty where there is none. */
    String fieldBefore(int index) {
        int start = text.lastIndexOf('；', leadStart(index)) + 1;
        Matcher field = FIELD.matcher(text).region(start, leadStart(index));
        return field.lookingAt() ? field.group("field") : "";
    }

    /** The clause before a quantity's own, up to the comma between them; empty where there is none. */
    String clauseBefore(int index) {
        int end = leadStart(index) - 1;
        if (end <= 0 || text.charAt(end) != '，') {
            return "";
        }
        int start = end;
        while (start > 0 && !isHard(start - 1)) {
            start--;
        }
        return text.substring(start, end);
    }

    /**
     * The subject that a comma or colon parts from the quantity's clause, 森林覆盖率 of 森林覆盖率，由60%提高到65%: the whole of the
     * clause before where that has no quantity of its own; empty where it has.
     */
    String subjectBefore(int index) {
        int end = leadStart(index) - 1;
        if (end <= 0 || !isHard(end) || "，：".indexOf(text.charAt(end)) < 0) {
            return "";
        }
        int start = end;
        while (start > 0 && !isHard(start - 1)) {
            start--;
        }
        boolean counts = index > 0 && quantities.get(index - 1).end() > start;
        if (counts) {
            return "";
        }
        String words = text.substring(start, end);
        Matcher share = IN_WHOLE.matcher(words);
        String owner = share.matches() ? owner(start) : "";
        return owner.isEmpty() ? Topic.subject(words) : owner + share.group("whole");
    }

    /** Whose share in something is told of: 轻工业产值 of 轻工业产值，在全省的比重. */
    private String owner(int start) {
        String before = indicatorBefore();
        if (before.isEmpty() && start > 1) {
            int from = start - 1;
            while (from > 0 && !isHard(from - 1)) {
                from--;
            }
            return Topic.subject(text.substring(from, start - 1));
        }
        int whole = before.indexOf('在');
        return whole < 0 ? before : before.substring(0, whole);
    }

    /** Where the words that lead to a quantity begin. */
    int leadStart(int index) {
        Quantity q = quantities.get(index);
        int floor = index == 0 ? 0 : quantities.get(index - 1).outerEnd();
        int at = q.outerStart();
        boolean inside = bracketed(q.start());
        while (at > floor && !(inside ? "，；（".indexOf(text.charAt(at - 1)) >= 0 : isHard(at - 1))) {
            at--;
        }
        return at == floor && index > 0 ? afterNoun(floor, q.outerStart()) : at;
    }

    /** Between two quantities of a clause: what belongs to the one before ends at the last join. */
    private int afterNoun(int from, int to) {
        if (from < to && JOINS.indexOf(text.charAt(from)) >= 0) {
            return from + 1;
        }
        for (int at = to - 1; at > from; at--) {
            boolean join = text.charAt(at) == '、' && (at == to - 1 || !joinsLetters(at, from))
                    || JOINS.indexOf(text.charAt(at)) > 0 && at == to - 1;
            if (join && !sentence.quoted(at) && !bracketed(at)) {
                return at + 1;
            }
        }
        return from;
    }

    /** 国、省考核断面: between single characters nothing ends. */
    private boolean joinsLetters(int at, int from) {
        boolean alone = at - 1 == from || JOINS.indexOf(text.charAt(at - 2)) >= 0;
        return at > from && alone && "国省市县区城乡镇村州厅部委大中小东南西北".indexOf(text.charAt(at - 1)) >= 0;
    }

    /** The words that lead to a quantity, without the hedge before it. */
    Lead lead(int index) {
        Lead known = leads.get(index);
        if (known == null) {
            int start = leadStart(index);
            known = Lead.of(
                    text.substring(start, Math.max(start, quantities.get(index).outerStart())));
            leads.put(index, known);
        }
        return known;
    }

    /** Whether the quantity goes on a list that the one before it began: …2个、…1家. */
    boolean goesOn(int index) {
        int start = leadStart(index);
        return index > 0 && start > 0 && "、和及与".indexOf(text.charAt(start - 1)) >= 0;
    }

    /** Whether nothing but a join stands between the quantity and the one before it. */
    boolean follows(int index) {
        if (index == 0) {
            return false;
        }
        int gap = quantities.get(index).outerStart() - quantities.get(index - 1).outerEnd();
        boolean join =
                gap == 1 && JOINS.indexOf(text.charAt(quantities.get(index).outerStart() - 1)) >= 0;
        boolean words =
                gap == 2 && text.startsWith("以及", quantities.get(index - 1).outerEnd());
        return gap == 0 || join || words;
    }

    /** How many quantities stand there with nothing but joins between them. */
    int run(int index) {
        int end = index + 1;
        while (end < size() && follows(end)) {
            end++;
        }
        return end - index;
    }

    boolean startsClause(int index) {
        int start = leadStart(index);
        return start == 0 || HARD.indexOf(text.charAt(start - 1)) >= 0;
    }

    /** The words behind a quantity, up to the end of its clause or to the next one's lead. */
    String tail(int index) {
        Quantity q = quantities.get(index);
        int at = q.outerEnd();
        int limit = text.length();
        if (index + 1 < quantities.size()) {
            int next = leadStart(index + 1);
            limit = next > at && JOINS.indexOf(text.charAt(next - 1)) >= 0
                    ? next - 1
                    : quantities.get(index + 1).outerStart();
        }
        if (at < limit && JOINS.indexOf(text.charAt(at)) >= 0) {
            return "";
        }
        while (at < limit && !isHard(at) && !(text.charAt(at) == '）' && bracketed(q.start()))) {
            at++;
        }
        return text.substring(Math.min(q.outerEnd(), at), at);
    }

    /** The words behind a quantity without the 的 that ties them to it. */
    String noun(int index) {
        String tail = tail(index);
        return tail.startsWith("的") ? tail.substring(1) : tail;
    }
}
