package dev.zhibiao.extract.grammar.period;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The period of a value: what its sentence says, or else what its frame says. */
public final class Times {

    private static final Pattern MENTION = Pattern.compile(
            "(?<![比较与])(?:(?<year>(?:19|20)\\d\\d)年|(?<last>去年|上年)|(?<this>今年)|(?<plan>“?十[一二三四]?五”?(?=时期|期间|末|以来|规划))|(?<five>(?:过去|今后|未来)?[五5]年(?:来|间|累计|共|内)?))(?<part>上半年|下半年|[一二三四]季度|前三季度|[1-9]-1?[0-9]月|1?[0-9]月(?!\\d))?(?<end>末|底)?(?!度投资)");
    private static final Pattern PART = Pattern.compile("(上半年|前三季度|[一二三四]季度)(?!度)");
    private static final Pattern FLOW = Pattern.compile(
            "累计|新增|完成|建成|引进|实施|改造|投入|新建|创建|培育|整治|拆|盘活|推进|落户|入选|获|搬迁|脱贫|减免|开工|打造|新改建|争取|入围|开展|举办|淘汰|化解|安置|发放|转移|新认定|奖励|启动|签约|兑现|总投资|就业");
    private static final Pattern STATE = Pattern.compile("率$|比重$|占比$|强度$|总量$|人均|余额$|浓度$|水平$|标准$|规模$");

    private Times() {}

    /**
     * The period of the value that stands at a place.
     *
     * @param words the folded sentence
     * @param at where the value stands
     * @param indicator what it measures
     * @param moved whether it is a growth or change
     * @param yearly whether it is a mean over years
     */
    public static String period(
            String words, int at, String indicator, boolean moved, boolean yearly, Frame frame, int target) {
        Matcher m = MENTION.matcher(words);
        Matcher said = null;
        while (m.find() && m.start() < at) {
            int times = words.indexOf('倍', at);
            boolean base = words.startsWith("的", m.end()) && times >= 0 && times <= at + 8;
            int before = m.start() > 0 && words.charAt(m.start() - 1) == '“' ? m.start() - 2 : m.start() - 1;
            boolean compared = before >= 0 && "比较与是为".indexOf(words.charAt(before)) >= 0;
            boolean streak = m.start() > 1 && words.startsWith("连续", m.start() - 2);
            boolean left = m.start() > 0
                    && "从由".indexOf(words.charAt(m.start() - 1)) >= 0
                    && words.substring(m.end(), at).matches(".*[到至为].*");
            if (!left
                    && !compared
                    && !streak
                    && !(base && !words.substring(0, m.start()).matches(".*[从由].{0,2}"))) {
                said = MENTION.matcher(words).region(m.start(), words.length());
                said.find();
            }
        }
        Years years = said == null ? frame.years() : years(said, frame, target);
        if (said != null && said.group("part") != null) {
            return part(years.last(), said.group("part"));
        }
        Matcher part = PART.matcher(words.substring(0, at));
        if (part.find() && years.first() == years.last()) {
            return part(years.last(), part.group(1));
        }
        if (said != null && said.group("end") != null || years.first() == years.last()) {
            return yearly && !frame.plan() && said == null
                    ? new Years(years.last() - 4, years.last()).notation()
                    : Integer.toString(years.last());
        }
        return spans(words, at, indicator, moved, yearly) ? years.notation() : Integer.toString(years.last());
    }

    private static boolean spans(String words, int at, String indicator, boolean moved, boolean yearly) {
        String clause = words.substring(Math.max(words.lastIndexOf('，', at), 0), at);
        boolean ends = clause.matches(".*(达到|达|提高[到至]|升至|增[至到]|突破|位居|优化为)[^，]{0,3}$")
                && !clause.contains("累计")
                && !clause.contains("引进");
        boolean state = STATE.matcher(indicator).find() || moved || ends;
        return yearly
                || !state
                        && (FLOW.matcher(indicator + clause).find()
                                || words.substring(0, at).matches(".*[个家项条所座名]$"));
    }

    private static Years years(Matcher m, Frame frame, int target) {
        if (m.group("year") != null) {
            return Years.of(Integer.parseInt(m.group("year")));
        }
        if (m.group("last") != null) {
            return Years.of(target - 1);
        }
        if (m.group("this") != null) {
            return Years.of(target);
        }
        Years plan = m.group("plan") == null ? null : Plans.named(m.group("plan"));
        if (plan != null) {
            return plan;
        }
        if (frame.plan()) {
            return frame.years();
        }
        return frame.status() == Status.TARGET ? new Years(target, target + 4) : new Years(target - 5, target - 1);
    }

    private static String part(int year, String words) {
        return switch (words) {
            case "上半年" -> year + "-S1";
            case "下半年" -> year + "-S2";
            case "一季度" -> year + "-Q1";
            case "二季度" -> year + "-Q2";
            case "三季度" -> year + "-Q3";
            case "四季度" -> year + "-Q4";
            case "前三季度" -> year + "-01/" + year + "-09";
            default -> months(year, words);
        };
    }

    private static String months(int year, String words) {
        String[] ends = words.replace("月", "").split("-");
        String last = year + "-" + String.format("%02d", Integer.parseInt(ends[ends.length - 1]));
        return ends.length == 1 ? last : year + "-" + String.format("%02d", Integer.parseInt(ends[0])) + "/" + last;
    }

    /** The base of a growth where it is not simply the year before. */
    public static @Nullable String base(@Nullable String words, boolean multiple, int year, int target) {
        if (words == null) {
            return null;
        }
        Years plan = Plans.named(words + "时期");
        Matcher y = Pattern.compile("(19|20)\\d\\d").matcher(words);
        if (y.find()) {
            int base = Integer.parseInt(y.group());
            return base == year - 1 && !multiple ? null : Integer.toString(base);
        }
        return plan == null ? null : multiple ? plan.notation() : Integer.toString(plan.last());
    }
}
