package dev.zhibiao.extract.report;

import dev.zhibiao.extract.grammar.period.Frame;
import dev.zhibiao.extract.grammar.period.Status;
import dev.zhibiao.extract.grammar.period.Times;
import dev.zhibiao.extract.grammar.period.Years;
import dev.zhibiao.extract.grammar.rule.Measure;
import dev.zhibiao.extract.grammar.rule.Statement;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Period, status and base of one sentence's statements, each with what those before it said. */
final class Dating {

    /** SDMX's {@code _U}: a report that names no year, and a sentence that names none either. */
    static final String UNKNOWN = "_U";

    /** Four digits to begin and to end with; a year counted from an unknown one has fewer. */
    private static final KeyedPattern DATED = KeyedPattern.compile("\\d{4}(-[^/]+)?(/\\d{4}(-[^/]+)?)?");

    private static final KeyedPattern YEAR = KeyedPattern.compile("\\d年");
    private static final KeyedPattern LAST_PLAN = KeyedPattern.compile("(上一?个?|前一个?|前)五年|五年前|上届");
    private static final KeyedPattern LAST_TERM = KeyedPattern.compile("(上一?个?五年|上届)$");
    private static final KeyedPattern STANDS =
            KeyedPattern.compile("(?<!项)目前[^，；到至]{0,12}$|(?<!将)已[^，；、将]{1,4}的$|已(达到?|有)$");
    /** 今年，我区将: inside a look-back, too, it is still to be done. */
    private static final KeyedPattern PLANNED =
            KeyedPattern.compile("(今年|近日)[^。；]{0,10}(还?将|力争|确保|计划)[^。；已]*$|(^|[，；])[并还也]?将(在|于|实行|继续|陆续)[^，。；已]*$");

    /** 签约项目8个，计划总投资60亿元: it is still to be spent, whatever was signed; 完成计划投资 was. */
    private static final KeyedPattern INTENDED = KeyedPattern.compile("(?<!完成(年度)?|占|按|超)计划总?投资额?$");

    private static final Pattern LAST_YEAR = Pattern.compile("同比|上年|去年|当年");
    private static final KeyedPattern EXPECTED = KeyedPattern.compile("^(预计|.{0,6}预计，)");

    /** 高于预期, 预期目标 await nothing. */
    private static final KeyedPattern AWAITED = KeyedPattern.compile("预计|预期(可|将|达|增|完成|实现)");

    /** Prices are told against the year before wherever they stand. */
    private static final KeyedPattern PRICES = KeyedPattern.compile("(消费|零售|居民)[^，]{0,4}价格|物价|CPI");

    /** 每年增长7%, 比原计划节约10% */
    private static final KeyedPattern SINGLE = KeyedPattern.compile("每年|[比较]");

    private static final String HOPED = "有望";

    private final String words;
    private final boolean awaited;
    private final Frame frame;
    private final int target;
    private final int spoken;
    /** Most sentences state nothing and need no times. */
    private @Nullable Times times;

    private String lastPeriod = "";
    private @Nullable String lastBase;
    /** The years of the mean just told, which 高于全国2个百分点 is about, too; else empty. */
    private String lastMean = "";

    /**
     * Of one sentence.
     *
     * @param awaited whether the sentence before it in its paragraph is {@linkplain #awaits a list of what is expected}
     * @param target the year planned for
     * @param spoken the year in which it was read out
     */
    Dating(String words, boolean awaited, Frame frame, int target, int spoken) {
        this.words = words;
        this.awaited = awaited;
        this.frame = frame;
        this.target = target;
        this.spoken = spoken;
    }

    /**
     * When a value holds.
     *
     * @param period SDMX style
     * @param status whether it was reached
     * @param base what a growth, change or multiple is measured against, where it is not simply the year before
     */
    record Dated(String period, Status status, @Nullable String base) {}

    Dated of(Statement said) {
        boolean ofMean = said.measure() == Measure.LEVEL && said.unit().endsWith("个百分点") && !lastMean.isEmpty();
        String period = ofMean ? lastMean : period(said);
        lastMean = said.yearly() ? period : ofMean ? lastMean : "";
        // A yearly mean has the years of the plan; what stands beside it goes on with its own.
        lastPeriod = said.yearly() ? lastPeriod : period;
        int year = period.equals(UNKNOWN) ? target : lastYear(period);
        return new Dated(period, status(said, year), base(said, period, year));
    }

    private Times times() {
        if (times == null) {
            times = new Times(words, frame, target, frame.status() == Status.ACTUAL ? spoken : target);
        }
        return times;
    }

    /** Whether 预计 at its head makes a list of what is expected of a sentence; what goes on with it says 左右 or opens with 其中. */
    static boolean awaits(String words) {
        return EXPECTED.isIn(words);
    }

    private String period(Statement said) {
        boolean moved = said.measure() != Measure.LEVEL && !addsUp(said);
        String period = times().period(said.start(), said.indicator(), moved, said.yearly());
        String clause = clause(said.start());
        // What it is a part of was said before, and so was when.
        boolean part = clause.contains("其中") || clause.startsWith("，占");
        if (part && !lastPeriod.isEmpty() && !YEAR.isIn(clause)) {
            return lastPeriod;
        }
        if (!DATED.matches(period)) {
            return UNKNOWN;
        }
        if (said.before()) {
            return Integer.toString(startOf(period));
        }
        boolean undated = period.equals(frame.years().notation())
                || period.equals(Integer.toString(frame.years().last())) && !YEAR.isIn(words, 0, said.start());
        if (stands(said) && undated) {
            return Integer.toString(target - 1);
        }
        Years plan = againstPlan(said, period);
        return plan == null ? period : plan.notation();
    }

    /** What is compared with a whole plan is a whole plan's, and the goals of a plan are yearly means; else null. */
    private @Nullable Years againstPlan(Statement said, String period) {
        Years before = said.base() == null || said.measure() == Measure.LEVEL ? null : Times.wholePlan(said.base());
        if (before != null && period.equals(Integer.toString(before.last() + 5))) {
            return new Years(before.last() + 1, before.last() + 5);
        }
        if (!frame.plan() || !period.equals(Integer.toString(frame.years().last()))) {
            return null;
        }
        boolean compared = before != null || said.base() != null && LAST_TERM.isIn(said.base());
        boolean goal = said.measure() == Measure.GROWTH
                && frame.status() == Status.TARGET
                && said.base() == null
                && said.amount().value().signum() > 0
                && !words.startsWith("翻", said.start())
                && !YEAR.isIn(words, 0, said.start());
        return compared || goal ? frame.years() : null;
    }

    /** What 由18%提高到20% started from is of the year before, or of the year before the plan. */
    private int startOf(String period) {
        int year = lastYear(period);
        boolean done = frame.status() == Status.ACTUAL;
        return frame.plan() && done && year == frame.years().last()
                ? frame.years().first() - 1
                : done ? year - 1 : Math.min(year, target) - 1;
    }

    private static int lastYear(String period) {
        return Integer.parseInt(period.substring(period.lastIndexOf('/') + 1).substring(0, 4));
    }

    private @Nullable String base(Statement said, String period, int year) {
        boolean grown = said.measure() == Measure.GROWTH || said.measure() == Measure.CHANGE;
        boolean silent = said.base() == null && !said.yearly() && grown && !addsUp(said);
        if (silent && !isAgainstLastYear(said.start())) {
            boolean single =
                    period.indexOf('/') < 0 && !SINGLE.isIn(clause(said.start())) && !PRICES.isIn(said.indicator());
            Integer start = single ? times().startSaid(said.start()) : null;
            if (start != null && start < year - 1) {
                return start.toString();
            }
            if (lastBase != null && said.measure() == Measure.CHANGE) {
                return lastBase;
            }
            boolean overPlan =
                    frame.plan() && period.equals(Integer.toString(frame.years().last()));
            boolean doubles = words.startsWith("翻", said.start());
            if (overPlan && !PRICES.isIn(said.indicator()) && (doubles || !YEAR.isIn(words))) {
                // In a look-back over a plan, a growth that names no base is measured against the year before it.
                return Integer.toString(frame.years().first() - 1);
            }
        }
        if (said.base() != null && frame.plan() && LAST_PLAN.isIn(said.base())) {
            int before = frame.years().first() - 1;
            return said.base().endsWith("前") ? Integer.toString(before) : before - 4 + "/" + before;
        }
        String base = Times.base(said.base(), said.measure() == Measure.MULTIPLE, year, target);
        lastBase = base == null ? lastBase : base;
        return base;
    }

    /** 贫困人口减少12万人: over a plan, those who are poor no more add up like what is built. */
    private static boolean addsUp(Statement said) {
        return said.measure() == Measure.CHANGE && said.indicator().endsWith("贫困人口");
    }

    /** What the plans say of how things stand: 已开工的8个项目, 目前还有2万人. */
    private boolean stands(Statement said) {
        return frame.status() == Status.TARGET && STANDS.isIn(clause(said.start()));
    }

    /** 比上年 holds for the growths behind it too, over every ；, until another year is named. */
    private boolean isAgainstLastYear(int at) {
        String before = words.substring(0, at);
        int last = -1;
        for (Matcher m = LAST_YEAR.matcher(before); m.find(); ) {
            last = m.end();
        }
        return last >= 0 && !YEAR.matcher(before).region(last, at).find();
    }

    private Status status(Statement said, int year) {
        if (said.before()) {
            return frame.status() == Status.ACTUAL || year < target ? Status.ACTUAL : Status.TARGET;
        }
        if (frame.status() == Status.TARGET) {
            return year < target ? Status.ACTUAL : Status.TARGET;
        }
        // 预计 at the head of a sentence holds for all of its list.
        boolean governs = awaits(words) && said.start() > 2;
        boolean goesOn = awaited && (said.amount().comparator().equals("~") || words.startsWith("其中"));
        boolean expected =
                governs || goesOn || clause(said.start()).contains(HOPED) || AWAITED.isIn(sinceSemicolon(said.start()));
        boolean intended = said.unit().endsWith("元") && INTENDED.isIn(clause(said.start()));
        boolean planned = year > target || intended || year == target && PLANNED.isIn(words, 0, said.start());
        return expected ? Status.ESTIMATE : planned ? Status.TARGET : Status.ACTUAL;
    }

    /** From the last comma or semicolon on. */
    private String clause(int at) {
        return words.substring(Math.max(Math.max(words.lastIndexOf('，', at), words.lastIndexOf('；', at)), 0), at);
    }

    private String sinceSemicolon(int at) {
        return words.substring(Math.max(words.lastIndexOf('；', at), 0), at);
    }
}
