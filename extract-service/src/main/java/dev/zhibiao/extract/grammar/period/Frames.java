package dev.zhibiao.extract.grammar.period;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows a report from its look-back to its plans: each heading and opening sentence may change the frame. */
public final class Frames {

    private static final KeyedPattern PLAN_BACK =
            KeyedPattern.compile("(过去|五年|“?十.?五”?|本届).*(回顾|总结|成就|成绩|取得|来的)|(回顾|总结)过去五年|过去五年|五年来");
    private static final Pattern BACK = Pattern.compile("回顾|总结|过去的?一年|一年来|工作情况|取得.*成绩|上年|去年|完成情况|执行情况");
    private static final KeyedPattern PLAN_AHEAD =
            KeyedPattern.compile("(今后|未来|下一个|接下来).{0,2}五年|“?十.?五”?.*(目标|思路|展望|任务|规划|发展|蓝图)|五年.*(目标|任务|思路|蓝图|展望)|奋斗目标");
    private static final KeyedPattern AHEAD =
            KeyedPattern.compile("目标|安排|任务|部署|打算|总体要求|今年|新的一年|重点工作|工作重点|工作思路|工作建议|政府工作$|政府自身建设");
    /** 这是综合实力提升的五年, 省人大一次会议以来的五年, but not 今后五年是… */
    private static final KeyedPattern OPENS_PLAN_BACK = KeyedPattern.compile(
            "^.{0,6}(过去五年|过去的五年|五年来|这五年|(?<![比较是为])“十.五”(时期|期间|以来))|^(?!.{0,12}([今往]后|未来|新一届|接下来|即将|面向|迈向))[^，；。]{2,26}(?<!新)的五年[，。是]");

    private static final KeyedPattern OPENS_BACK = KeyedPattern.compile("^.{0,8}(过去的?一年|一年来|去年|过去的?20)");
    /** The sentence in the midst of a paragraph that hands over from a look-back on years to one on the last. */
    private static final KeyedPattern HANDS_OVER =
            KeyedPattern.compile("^(一年来|过去的?一年|(刚刚)?过去的20\\d\\d年).{0,30}(工作|方面|成效|成绩)：");

    /** The sentence in the midst of a paragraph that hands over from a look-back on the last year to one on the plan. */
    private static final KeyedPattern HANDS_OVER_TO_PLAN = KeyedPattern.compile("^(过去的?五年|五年来|这五年|“十.五”(时期|期间))[，是来]");

    private static final KeyedPattern OPENS_PLAN_AHEAD =
            KeyedPattern.compile("^.{0,4}(今后五年|未来五年|新一届政府任期的五年|“十.五”(时期|期间|末))|到20\\d\\d年.{0,30}(目标|建成|基本)");
    private static final KeyedPattern OPENS_AHEAD = KeyedPattern.compile(
            "^.{0,4}(今年(?!以来)|新的一年)|(今年|全年|\\d年).{0,24}(预期目标|主要目标|奋斗目标|目标任务|总体要求|总体思路|指导思想)[^，；]{0,4}(是|(?<!成)为|：)");
    /** 预计今年 and 今年预计 tell, in a look-back read out before the year is over, what it will have been. */
    private static final KeyedPattern EXPECTED = KeyedPattern.compile("^.{0,4}(预计今年|今年[^，。；目]{0,16}，?(初步)?预计(?!目标))");
    /** 经济社会发展的预期目标是 turns to the plans though it names no year. */
    private static final KeyedPattern AIMS = KeyedPattern.compile(
            "^(综合考虑[^，]{0,12}，)?[^，；]{0,14}(经济|社会|发展)[^，；]{0,8}(预期|主要|奋斗)目标[^，；]{0,4}(是|(?<!成)为|：)");
    /** 今后五年工作的总体要求是 or 未来五年，是关键时期 turns to the plan, too, where nothing else did. */
    private static final KeyedPattern PLANS =
            KeyedPattern.compile("^(今后|未来)五年([^，；]{0,14}(目标|任务|要求|思路|指导思想)[^，；]{0,4}(是|(?<!成)为|：)|，?是)");
    /** 今年是承上启下的一年: inside a paragraph, too, it hands over from a plan to its first year. */
    private static final KeyedPattern FIRST_YEAR = KeyedPattern.compile("^今年是[^，；]{2,40}(一年|之年)");

    /** 1992年，全市生产总值510亿元 tells of the last year of the plan and does not turn from it to that year. */
    private static final KeyedPattern STATED = KeyedPattern.compile("^\\d{4}年，?[^，。；\\d是]{2,16}\\d");
    /** 我们也清醒地看到存在的困难和问题: they are those of the last year. */
    private static final KeyedPattern PROBLEMS = KeyedPattern.compile(
            "^[^。]{0,20}(看到|认识到|意识到)[^。]{0,40}(问题|困难|矛盾|不足|差距|挑战|短板)|^[^，。]{0,16}(存在|面临)[^。]{0,12}(问题|困难|矛盾|不足|短板)");
    /** What a paragraph of the plans looks back on, to its end: 过去一年，我们…. */
    private static final KeyedPattern ASIDE = KeyedPattern.compile("^(刚刚)?过去的?(一年|(19|20)\\d\\d年)|^一年来，");

    private static final KeyedPattern ASIDE_ENDS = KeyedPattern.compile("^(今年|新的一年|明年|要|我们要|必须|将)");

    private static final KeyedPattern THIS_YEAR_SO_FAR = KeyedPattern.compile("^.{0,4}(今年以来|年初以来)");
    /** What is said of a year that has begun; behind plans its name alone is enough. */
    private static final KeyedPattern COMING = KeyedPattern.compile("目标|要|将|重点|做好|关键|开局|决胜|收官|第一年|之年");

    private static final KeyedPattern TURNS =
            KeyedPattern.compile("(回顾|总结|成就|成绩|目标|任务|要求|打算|思路|展望|工作安排|重点工作)[：；]?$|^.{0,6}(过去|今后|未来)?五年|今年|明年|去年|上年");
    private static final Pattern GLUED = Pattern.compile("^[一二三四五六七八九十]{1,3}、[^。；：]{4,40}");
    /** What a title only names, as in 统筹抓好“五大重点工作”, does not say that it is still to be done. */
    private static final KeyedPattern NAMED = KeyedPattern.compile("“[^”]*”");

    /** 基本实现了年初确定的目标, 政府自身建设得到加强: a title that tells what was done turns to no plan. */
    private static final KeyedPattern TOLD = KeyedPattern.compile("(?<!为)了|得到|呈现");
    /** 新一届政府工作的总体思路: for its whole term. */
    private static final KeyedPattern TERM_AHEAD = KeyedPattern.compile("新一届政府.*(目标|任务|思路|设想|重点工作)");

    private static final KeyedPattern SESSION =
            KeyedPattern.compile("^[^，。；]{0,16}(19|20)\\d\\d年1?\\d月[1-3]?\\d日[^，。；]{0,24}(代表大会|人大)[^，。；]{0,8}会议");
    private static final KeyedPattern ADDRESS = KeyedPattern.compile("^(各位代表|同志们)[，！：]");
    private static final KeyedPattern ADDRESS_ALONE = KeyedPattern.compile("^(各位代表|同志们)[，！：。]*$");
    /** 复工 alone is said of any site that had stood still. */
    private static final KeyedPattern OF_EPIDEMIC = KeyedPattern.compile("疫情|复工复产|[抗战]疫|新冠");
    /** A disease of animals is no epidemic. */
    private static final KeyedPattern OF_ANIMALS = KeyedPattern.compile("猪瘟|禽流感|动物疫");

    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)年");

    private static final int EPIDEMIC = 2020;

    private final int review;
    private final int target;
    private final Terms terms;
    private Frame frame;
    private String heading = "";
    private boolean epidemic;
    /** Whether the sentence before was 各位代表！ alone: the paragraph opens with what follows it. */
    private boolean addressed;
    /** Where a paragraph of the plans looks back. */
    private boolean aside;

    /**
     * @param review the last year looked back on
     * @param target the year of reading
     * @param terms the terms of government that the report looks back on
     */
    public Frames(int review, int target, Terms terms) {
        this.review = review;
        this.target = target;
        this.terms = terms;
        this.frame = new Frame(Years.of(review), Status.ACTUAL);
    }

    /** Whether a heading inside a chapter speaks of another time: （一）主要目标 does, （四）科学组织、周密安排 does not. */
    private boolean turns(String title) {
        return TURNS.isIn(title) || says(title, target) || says(title, review) || Plans.named(title) != null;
    }

    /** The frame of the next sentence. */
    public Frame next(Sentence sentence) {
        String now = sentence.section().chapter() + "|" + sentence.section().heading();
        if (!now.equals(heading)) {
            boolean newChapter = !heading.startsWith(sentence.section().chapter() + "|");
            heading = now;
            String title = newChapter
                    ? sentence.section().chapter()
                    : sentence.section().heading();
            if (newChapter || turns(title)) {
                enter(title);
            }
        }
        boolean opens = sentence.opensParagraph() || addressed || addresses(sentence.text()) || headed(sentence.text());
        addressed = opens && ADDRESS_ALONE.matches(sentence.text());
        Years begun = terms.begun(sentence);
        if (opens) {
            open(sentence.text(), terms.opened(sentence));
        } else if (OPENS_AHEAD.isIn(sentence.text()) && sentence.text().contains("目标")) {
            frame = ahead();
        } else if (frame.status() == Status.ACTUAL && AIMS.isIn(sentence.text())) {
            frame = ahead();
        } else if (frame.status() == Status.ACTUAL && HANDS_OVER.isIn(sentence.text())) {
            frame = back();
        } else if (frame.status() == Status.ACTUAL && !frame.plan() && HANDS_OVER_TO_PLAN.isIn(sentence.text())) {
            handOverToPlan(sentence.text());
        } else if (begun != null && frame.status() == Status.ACTUAL && !frame.plan()) {
            frame = new Frame(begun, Status.ACTUAL);
        } else if (frame.status() == Status.TARGET && frame.plan() && FIRST_YEAR.isIn(sentence.text())) {
            frame = ahead();
        }
        aside = isAside(sentence.text(), opens);
        if (aside) {
            return back();
        }
        Integer acted = terms.acted(sentence);
        if (acted != null && frame.status() == Status.ACTUAL && !frame.plan()) {
            return new Frame(new Years(review - acted + 1, review), Status.ACTUAL);
        }
        return isEpidemic(sentence) ? new Frame(Years.of(target), Status.ACTUAL) : frame;
    }

    /** A speech that addresses its hearers begins anew, in a text without line ends, too. */
    private static boolean addresses(String text) {
        return ADDRESS.isIn(text);
    }

    /** Whether a heading that speaks of a time was printed into the midst of a paragraph. */
    private boolean headed(String text) {
        Matcher glued = GLUED.matcher(text);
        return glued.find() && turns(glued.group());
    }

    private boolean isAside(String text, boolean opens) {
        return frame.status() == Status.TARGET && (opens ? ASIDE.isIn(text) : aside && !ASIDE_ENDS.isIn(text));
    }

    /**
     * COVID-19 became known on the last day of 2019: what a look-back on 2019 tells of it, to the end of the paragraph,
     * happened in the year of reading.
     */
    private boolean isEpidemic(Sentence sentence) {
        epidemic = isOutbreak(sentence.text()) || epidemic && looksBackOn2019() && !sentence.opensParagraph();
        return epidemic;
    }

    private boolean isOutbreak(String text) {
        return looksBackOn2019() && OF_EPIDEMIC.isIn(text) && !OF_ANIMALS.isIn(text);
    }

    private boolean looksBackOn2019() {
        return review == EPIDEMIC - 1 && frame.status() == Status.ACTUAL;
    }

    private void handOverToPlan(String text) {
        Years plan = planOpening(text);
        if (plan == null || plan.last() <= review) {
            frame = planBack(plan);
        }
    }

    private Frame planBack(@Nullable Years plan) {
        return new Frame(plan != null && plan.first() <= review ? plan : new Years(review - 4, review), Status.ACTUAL);
    }

    private static @Nullable Years planOpening(String text) {
        return Plans.named(text.substring(0, Math.min(16, text.length())));
    }

    private void enter(String title) {
        Years plan = Plans.named(title);
        boolean over = plan != null && plan.last() <= review && !title.contains("今后");
        if (over || plan == null && PLAN_BACK.isIn(title) && !title.contains("今后")) {
            Years term = terms.headed(title);
            frame = term == null ? planBack(plan) : new Frame(term, Status.ACTUAL);
        } else if (looksBackFirst(title) || plan == null && says(title, review)) {
            frame = back();
        } else if (plan != null && !says(title, target)
                || PLAN_AHEAD.isIn(title)
                || TERM_AHEAD.isIn(title) && !says(title, target)) {
            frame = new Frame(planAhead(plan), Status.TARGET);
        } else if (frame.status() == Status.ACTUAL && TOLD.isIn(title)) {
            return;
        } else if (AHEAD.isIn(NAMED.without(title)) || says(title, target)) {
            frame = ahead();
        }
    }

    /** 1998年工作回顾和1999年工作目标 begins with the look-back; 目标完成情况 stands for one, 实现目标任务 for none. */
    private static boolean looksBackFirst(String title) {
        Matcher back = BACK.matcher(title);
        int aim = title.indexOf("目标");
        return back.find()
                && (aim < 0
                        || back.end() < aim
                                && (back.group().equals("回顾") || back.group().equals("总结")));
    }

    private void open(String text, @Nullable Years term) {
        if (SESSION.isIn(text)) {
            // Where and when it was read out turns to no plans.
            return;
        }
        Matcher glued = GLUED.matcher(text);
        if (glued.find()) {
            // A heading printed into its paragraph still says what follows.
            enter(glued.group());
        }
        boolean doing = frame.status() == Status.ACTUAL;
        text = ADDRESS.withoutFirst(text);
        Years plan = planOpening(text);
        if (doing && plan != null && plan.first() > review) {
            frame = new Frame(plan, Status.TARGET);
        } else if (doing && OPENS_PLAN_BACK.isIn(text)) {
            frame = planBack(plan);
        } else if (doing && term != null && !frame.plan()) {
            frame = new Frame(term, Status.ACTUAL);
        } else if (doing && (OPENS_BACK.isIn(text) || opensWith(text, review)) && !onlyTellsOfIt(text)) {
            frame = back();
        } else if (doing && frame.plan() && PROBLEMS.isIn(text)) {
            frame = back();
        } else if (doing && THIS_YEAR_SO_FAR.isIn(text)) {
            frame = new Frame(Years.of(target), Status.ACTUAL);
        } else if (doing && EXPECTED.isIn(text)) {
            return;
        } else if (!isOutbreak(text) && OPENS_AHEAD.isIn(text)
                || !isOutbreak(text) && opensWith(text, target) && (!doing || COMING.isIn(text))) {
            frame = ahead();
        } else if (doing && AIMS.isIn(text)) {
            frame = ahead();
        } else if (doing && PLANS.isIn(text)) {
            frame = new Frame(planAhead(null), Status.TARGET);
        } else if (!doing && OPENS_PLAN_AHEAD.isIn(text)) {
            frame = new Frame(planAhead(plan), Status.TARGET);
        }
    }

    private boolean onlyTellsOfIt(String text) {
        return frame.plan() && !heading.contains(review + "年") && STATED.isIn(text);
    }

    private Years planAhead(@Nullable Years plan) {
        return plan != null && plan.last() >= target ? plan : new Years(target, target + 4);
    }

    private Frame back() {
        return new Frame(Years.of(review), Status.ACTUAL);
    }

    private Frame ahead() {
        return new Frame(Years.of(target), Status.TARGET);
    }

    private static boolean says(String title, int year) {
        Matcher m = YEAR.matcher(title);
        return m.find() && Integer.parseInt(m.group(1)) == year;
    }

    private static boolean opensWith(String text, int year) {
        return text.substring(0, Math.min(12, text.length())).contains(year + "年");
    }
}
