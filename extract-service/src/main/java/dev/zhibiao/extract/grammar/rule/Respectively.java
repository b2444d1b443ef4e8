package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.indicator.Subjects;
import dev.zhibiao.extract.grammar.quantity.Amount;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code A、B分别增长7.3%和5.9%}, {@code A、B均增长8%}: a joint subject, one statement for each. */
final class Respectively implements Rule {

    /** 分别从550亿元、282亿元增加到…: both lists are of the same names. */
    private static final KeyedPattern FROM = KeyedPattern.compile("分别[从由](?:(?:20|19)\\d\\d年的?)?$");

    private static final KeyedPattern EACH = KeyedPattern.compile("(分别|(?<![人户亩年平日])均|各)+$");

    private static final KeyedPattern HANDLED = KeyedPattern.compile("(按期|按时|及时)?(办复|办结|办理|答复|满意|面商|见面)率");
    private static final KeyedPattern PAPERS = KeyedPattern.compile("(建议|提案|议案|意见)$");

    private static final Pattern RISING =
            Pattern.compile("(?<=.{3})(跃上|迈上|再上|再创|快速|稳步|持续|大幅|明显|显著|不断|双双|全面)[^、]{2,8}$");

    private static final KeyedPattern REACHES = KeyedPattern.compile("(达到?|突破|超过)$");

    private static final KeyedPattern SHARE =
            KeyedPattern.compile("^(?<subject>.{3,}?)分别占(?<whole>[^，]+?)(?:的)?(?:比重|比例)?$");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Lead lead = reading.lead(index);
        if (reading.quantity(index).kind() == QuantityKind.RANK) {
            return null;
        }
        boolean said = said(lead) && !isOneOfSeveral(reading, index, lead);
        int run = run(reading, index, lead.shared());
        List<String> names = said ? names(reading, index, lead, run) : unsaid(reading, lead, run);
        // 增加值和投资增长16.5%、14%: as many values as names, without a word that says so.
        boolean shared = run > 1 && (lead.shared() || !said && names.size() == run && areNames(names));
        if (names.size() < 2 || !said && !shared && !eachGrows(reading, index, lead, names)) {
            return null;
        }
        List<Statement> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int at = shared ? index + i : index;
            if (at >= reading.size() || at > index && !reading.goesOn(at)) {
                break;
            }
            Quantity q = reading.quantity(at);
            Quantity hedged = lead.shared() && shared ? hedged(reading, index, run, q) : q;
            Statement statement = Moves.say(hedged, names.get(i), lead);
            found.add(FROM.isIn(lead.raw()) ? statement.startedFrom() : statement);
        }
        return found;
    }

    /** Without 分别: a joint subject of its own, or the names said just before where this clause names none. */
    private static List<String> unsaid(Reading reading, Lead lead, int run) {
        // 年均增长10%，达到100亿元和45亿元
        boolean goesOn =
                run > 1 && lead.subject().length() < 2 && (lead.move() != Lead.Move.NONE || REACHES.isIn(lead.raw()));
        return goesOn ? reading.group(run) : Subjects.split(lead.subject());
    }

    /** 分别增长8%、10%以上: a bound in front of the list or behind it holds for every item. */
    private static Quantity hedged(Reading reading, int index, int run, Quantity q) {
        Quantity first = reading.quantity(index);
        Quantity last = reading.quantity(index + run - 1);
        boolean plain = q.amount() instanceof Amount.Exact;
        if (!plain || run < 2) {
            return q;
        }
        if (last.outerEnd() > last.end() && last.outerStart() == last.start()) {
            return q.with(last.amount().about(q.amount().value()));
        }
        return first.outerStart() < first.start()
                ? q.with(first.amount().about(q.amount().value()))
                : q;
    }

    /** 城镇居民收入和农村居民收入增长7%: by plain sense each of them does. */
    private static boolean eachGrows(Reading reading, int index, Lead lead, List<String> names) {
        boolean moves = lead.move() == Lead.Move.GROW || lead.move() == Lead.Move.FALL;
        return moves
                && reading.quantity(index).kind() == QuantityKind.PERCENT
                && run(reading, index, false) == 1
                // 电子及通信设备投资 is one name: each part must be one by itself.
                && names.stream()
                        .allMatch(name ->
                                Subjects.isIndicator(name) && lead.subject().contains(name));
    }

    private static boolean areNames(List<String> names) {
        return names.stream().allMatch(name -> name.length() >= 2 && !Character.isDigit(name.charAt(0)));
    }

    /** How many values of one kind and unit stand there with nothing but joins between them. */
    private static int run(Reading reading, int index, boolean said) {
        int end = index + 1;
        while (end < reading.size()
                && reading.follows(end)
                && (reading.quantity(end).kind() == reading.quantity(index).kind()
                        // 分别增加4847万吨、52.6万标箱: with 分别 each value has a unit of its own.
                        || said && isState(reading.quantity(end)) && isState(reading.quantity(index)))
                && (said
                        || reading.quantity(end)
                                .unit()
                                .equals(reading.quantity(index).unit())
                        || reading.quantity(end).kind() == QuantityKind.COUNT
                        || reading.quantity(end).kind() == QuantityKind.MONEY)) {
            end++;
        }
        return end - index;
    }

    /** 绿地率、人均绿地面积分别达到33%、10平方米: shares beside amounts. */
    private static boolean isState(Quantity q) {
        return q.kind().isAmount() || q.kind() == QuantityKind.PERCENT;
    }

    /** 办理建议90件、提案40件，办结率均为100%: of the list just before, not of all that was said. */
    private static List<String> each(Reading reading, String subject) {
        return subject.endsWith("率") ? reading.listBefore() : reading.group(0);
    }

    /** 年均分别增长8%, of two that were told before, is each one's where nothing more follows. */
    private static boolean isOneOfSeveral(Reading reading, int index, Lead lead) {
        int end = reading.quantity(index).outerEnd();
        boolean ends =
                end == reading.text().length() || "，。；".indexOf(reading.text().charAt(end)) >= 0;
        return !ends && lead.shared() && lead.subject().length() < 2 && run(reading, index, true) == 1;
    }

    private static boolean said(Lead lead) {
        return lead.shared() || lead.each();
    }

    /** 建议254件、提案411件，办复率均达到100%: what was handled in this sentence, without the verb. */
    private static List<String> handled(Reading reading) {
        return reading.statements().stream()
                .filter(s -> s.unit().equals("件") && PAPERS.isIn(s.indicator()))
                .map(s -> s.indicator().substring(Verbs.leading(s.indicator()).length()))
                .toList();
    }

    /** 入园率、覆盖率快速提升，分别达到91%和52%: the clause before names as many as there are values, with none of its own. */
    private static List<String> rising(Reading reading, int index, int run) {
        String clause = reading.clauseBefore(index);
        Matcher rising = RISING.matcher(clause);
        boolean plain = clause.chars().noneMatch(Character::isDigit);
        List<String> names =
                plain && rising.find() ? Subjects.split(Lead.stripOpeners(rising.replaceFirst("")), run) : List.of();
        return names.size() == run ? names : List.of();
    }

    private static List<String> names(Reading reading, int index, Lead lead, int run) {
        String subject = EACH.withoutFirst(FROM.withoutFirst(lead.subject()));
        if (subject.length() < 2) {
            // 较2015年分别增长…: the subjects said just before, as many as there are values here.
            List<String> told = reading.group(lead.shared() && run > 1 ? run : 0);
            return told.isEmpty() && run > 1 ? rising(reading, index, run) : told;
        }
        if (said(lead) && HANDLED.matches(subject)) {
            List<String> handled = handled(reading);
            if (handled.size() > 1 && (lead.each() || handled.size() == run)) {
                return handled.stream().map(name -> name + subject).toList();
            }
        }
        Matcher share = lead.shared() ? SHARE.match(subject) : null;
        if (share != null) {
            // 利用外资和外贸出口分别占全市总额的38%和42%
            return Subjects.split(share.group("subject"), run).stream()
                    .map(name -> name + "占" + share.group("whole") + "比重")
                    .toList();
        }
        List<String> names = Subjects.split(subject, lead.shared() ? run : 0);
        if (names.size() == 1 && Subjects.depends(subject)) {
            // 占比分别达…: of what was named just before.
            List<String> of = lead.shared() ? reading.group(run) : each(reading, subject);
            return of.stream().map(name -> name + subject).toList();
        }
        return names;
    }
}
