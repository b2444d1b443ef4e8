package dev.zhibiao.extract.grammar.indicator;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A joint subject taken apart: {@code 城镇、农村居民人均可支配收入} names two indicators that share their head. */
public final class Subjects {

    private static final Pattern JOIN = Pattern.compile("、|以及|和(?!谐|平|美)|及|与");
    /** What may part names, the likeliest first. */
    private static final List<Pattern> JOINS =
            Stream.of("、", "和", "与", "及").map(Pattern::compile).toList();

    private static final KeyedPattern HEAD = KeyedPattern.compile(
            "(居民(?:家庭)?人均(?:可支配|纯)?(?:收入|消费支出|住房面积)|人均(?:可支配|纯)?收入|(?:环境)?质量优良率|增加值(?:增幅|增速)?|总产值|生产总值|产值|销售收入|营业收入|主营业务收入|销售额|零售额|总额|保险(?:参保|覆盖)率|参保率|覆盖率|普及率|达标率|处理率|入学率|巩固率|占比|所占比重|比重|贷款余额|存款余额|余额|收入|税收|支出|投资|产量|面积|总量|(?:刑事|治安)?警情|发案(?:数|率)?|死亡人数|起数|排放量|排放强度|排放|浓度|周转量|客运量|货运量|吞吐量|游客|人数|人次|数量|增长率|增速|增幅|率|量|额|数)$");

    /** Two names drawn into one, and each of them written out. */
    private static final String[][] TWINS = {
        {"存贷款", "存款", "贷款"},
        {"存、贷款", "存款", "贷款"},
        {"内外资", "内资", "外资"},
        {"进出口", "进口", "出口"},
        {"城乡", "城镇", "农村"},
        {"输变电", "输电", "变电"},
        {"国地税", "国税", "地税"},
        {"产销量", "产量", "销量"},
    };

    /** 二、三产业增加值, 一二三产业 */
    private static final KeyedPattern SECTORS =
            KeyedPattern.compile("(?<which>第?[一二](?:(?:产业)?[、和与]?第?[二三]){1,2})(?:次)?产业(?<head>[^、和]*)");

    /** 粮食、油料产量和生猪、肉牛出栏量: each list has a head of its own. */
    private static final KeyedPattern TWO_LISTS =
            KeyedPattern.compile("(?<one>[^和及与“（]+、[^和及与、“（]+)[和及与](?<other>[^和及与、“（]+、[^和及与“（]+)");

    /** What is measured of a thing and says nothing without it. */
    private static final String ASPECT =
            "(?:总?成交额|交易额|货值|总?金额|总值|总?产值|销售额|销售收入|总?销量|总?产量|总产|单产|总收入|增加值|总?面积|总?数量|总量|总?人数|户数|总?件数|申请量|授权量|总额|笔数|宗数|份额)";
    /** 技术合同登记件数: the thing and its aspect. */
    private static final Pattern OF_THING = Pattern.compile("(?<thing>.{2,}?)(?:登记|签订|成交|申报|累计|播种|种植|接待)?" + ASPECT);

    private static final KeyedPattern ASPECTS = KeyedPattern.compile(ASPECT);
    /** 园区工业产值、税收, 园区投资、产值和税收: what a place or a branch makes. */
    private static final Pattern OF_MAKER =
            Pattern.compile("(?<maker>.{2,}?(?:园区|开发区|产业|经济|企业|工业))(?:实现|完成)?(?:总?产值|增加值|投资|主营业务收入|营业收入|销售收入)");

    private static final KeyedPattern MADE = KeyedPattern.compile("总?产值|增加值|税收|利润(?:总额)?|利税|主营业务收入|营业收入|销售收入");
    /** 养老、失业、工伤保险参保人数, 国家、省级开发区产值: which kind is what parts them. */
    private static final List<Kind> KINDS = List.of(
            new Kind(Pattern.compile("(?:基本)?(?:养老|医疗|失业|工伤|生育)"), Pattern.compile("(?:基本)?(?:养老|医疗|失业|工伤|生育)(?=保险)")),
            new Kind(Pattern.compile("国家|[省市县区国]"), Pattern.compile("(?:国家|[省市县区])级")));

    /** A name that is short for one of its kind, and where the last one's own ends. */
    private record Kind(Pattern brief, Pattern own) {}

    private static final Pattern VERB = Pattern.compile("^(新增|新建|建成(?!区)|创建|培育|引进|新认定|新培育|认定|获批)");
    /** What a shared head may begin with. */
    private static final Pattern NOUN = Pattern.compile("项目|企业|产业|工程|居民|人员|学生|园区|产品|用地|市场主体");

    private static final Pattern OWNER = Pattern.compile("^(户籍人口|规模以上|规上|城镇|农村|全社会|外贸)");

    private Subjects() {}

    /** The indicators of a joint subject, in their order; one where nothing is joined. */
    public static List<String> split(String subject) {
        if (subject.startsWith("城乡居民") || subject.startsWith("城乡常住居民")) {
            String head = subject.substring(2);
            return List.of("城镇" + head, "农村" + head);
        }
        Matcher sectors = SECTORS.match(subject);
        if (sectors != null) {
            List<String> named = new ArrayList<>();
            for (char c : sectors.group("which").toCharArray()) {
                if ("一二三".indexOf(c) >= 0) {
                    named.add("第" + c + "产业" + sectors.group("head"));
                }
            }
            return named;
        }
        for (String[] twin : TWINS) {
            int at = subject.indexOf(twin[0]);
            if (at >= 0 && !JOIN.matcher(subject.replace(twin[0], "")).find()) {
                String before = subject.substring(0, at);
                String after = subject.substring(at + twin[0].length());
                return List.of(before + twin[1] + after, before + twin[2] + after);
            }
        }
        Matcher two = TWO_LISTS.match(subject);
        if (two != null && isIndicator(two.group("one")) && isIndicator(two.group("other"))) {
            return Stream.of(two.group("one"), two.group("other"))
                    .flatMap(list -> split(list).stream())
                    .toList();
        }
        List<String> parts = parts(subject, JOIN);
        return parts.size() == 1 ? parts : shared(parts);
    }

    /** What is said of a measured thing: each of the names has it, 增加值和税金所占比重. */
    private static final KeyedPattern DERIVED = KeyedPattern.compile("(所)?占?(比重|占比|比例)|增[速幅]");

    private static final KeyedPattern DEPENDENT = KeyedPattern.compile(
            "(所)?占(?:全[国省市县区州]|[^，]{0,10})?(?:的)?(比重|比例|份额)?|(所占)?(比重|占比|比例)|增[速幅]|涨幅|降幅|增长率|总[额量数值]|数量|规模|产[值量]|面积|余额|金额|均价|贡献率|"
                    + "(?:办理)?(?:结果)?(?:办结|办复|答复|回复|办理|满意|基本满意|面商|见面|完成|开工|合格)率");

    /** Whether a phrase says nothing alone, only of what was named before: 占比, 增速, 占全省比重. */
    public static boolean depends(String phrase) {
        return DEPENDENT.matches(phrase);
    }

    /**
     * The indicators of a joint subject that is known to name so many: where 、 alone parts it so, 和 belongs to a name.
     *
     * @param wanted how many values stand there
     */
    public static List<String> split(String subject, int wanted) {
        List<String> all = split(subject);
        if (all.size() == wanted || wanted < 2) {
            return all;
        }
        for (Pattern join : JOINS) {
            List<String> parts = parts(subject, join);
            if (parts.size() == wanted) {
                return shared(parts);
            }
        }
        return all;
    }

    private static List<String> parts(String subject, Pattern joins) {
        List<String> parts = new ArrayList<>();
        Matcher join = joins.matcher(subject);
        int from = 0;
        while (join.find()) {
            if (!quoted(subject, join.start()) && join.start() > from) {
                parts.add(subject.substring(from, join.start()));
                from = join.end();
            }
        }
        if (from < subject.length() || parts.isEmpty()) {
            parts.add(subject.substring(from));
        }
        return parts;
    }

    /** Whether a phrase ends in a noun that is measured: 收入, 增加值, 率. */
    public static boolean isIndicator(String phrase) {
        return HEAD.isIn(phrase);
    }

    private static boolean quoted(String text, int at) {
        int open = Math.max(text.lastIndexOf('“', at), text.lastIndexOf('（', at));
        int close = Math.max(text.lastIndexOf('”', at), text.lastIndexOf('）', at));
        return open > close;
    }

    private static List<String> shared(List<String> parts) {
        String last = parts.get(parts.size() - 1);
        String twin = twin(parts.get(0), last);
        if (!twin.isEmpty()) {
            // 企业亩均税收、亩均增加值: both begin alike, and what stands before that belongs to both.
            String owner = parts.get(0).substring(0, parts.get(0).indexOf(twin));
            return parts.stream()
                    .map(part -> part.startsWith(twin) ? owner + part : part)
                    .toList();
        }
        Matcher of = OF_THING.matcher(parts.get(0));
        if (of.matches() && parts.stream().skip(1).allMatch(part -> ASPECTS.matches(part))) {
            // 技术合同登记件数、成交额: aspects of one thing.
            return parts.stream()
                    .map(part -> part.equals(parts.get(0)) ? part : of.group("thing") + part)
                    .toList();
        }
        Matcher maker = OF_MAKER.matcher(parts.get(0));
        if (maker.matches() && parts.stream().skip(1).allMatch(part -> MADE.matches(part))) {
            return parts.stream()
                    .map(part -> part.equals(parts.get(0)) ? part : maker.group("maker") + part)
                    .toList();
        }
        String head = head(parts.get(parts.size() - 2), last);
        String prefix = prefix(parts.get(0), last, head);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            // 覆盖率、在园人数占比: a rate has no share.
            boolean share = !head.startsWith("增") && part.endsWith("率");
            boolean derived = DERIVED.matches(head) && !part.endsWith(head) && !share;
            boolean whole = !derived && HEAD.isIn(part) && !(i == 0 && head.length() > 2 && part.endsWith("数量"))
                    || head.isEmpty()
                    || part.endsWith(head);
            String name = whole ? part : part + head;
            names.add(i == 0 || prefix.isEmpty() ? name : prefix + name);
        }
        return names;
    }

    private static String twin(String first, String last) {
        for (String own : new String[] {"亩均", "人均", "户均", "日均", "单位"}) {
            if (last.startsWith(own) && first.indexOf(own) > 0) {
                return own;
            }
        }
        return "";
    }

    /** What the last part has beside its own name: 警情 of 治安警情 after 刑事. */
    private static String head(String before, String last) {
        for (Kind kind : KINDS) {
            Matcher own = kind.own().matcher(last);
            if (kind.brief().matcher(before).matches() && own.lookingAt() && own.end() < last.length()) {
                return last.substring(own.end());
            }
        }
        Matcher m = HEAD.matcher(last);
        if (m.find() && m.start() > 0) {
            String own = last.substring(0, m.start());
            char end = before.charAt(before.length() - 1);
            int twin = own.lastIndexOf(end);
            boolean letter = m.group().length() == 1 && own.length() >= 4;
            // 议案、建议办结率: the rate has a name of its own.
            // 生猪、肉牛规模化养殖率: names as short as the first are alike, and the rest is what they share.
            String head = !letter
                    ? m.group()
                    : before.length() == 2 && own.length() <= 7 && !own.contains("的")
                            ? last.substring(2)
                            : last.substring(last.length() - 3);
            return twin > 0 && twin < own.length() - 1 ? last.substring(twin + 1) : head;
        }
        char end = before.charAt(before.length() - 1);
        if (before.length() > 2 && last.endsWith(before.substring(before.length() - 2))) {
            // 上市企业、独角兽企业: both are whole.
            return "";
        }
        int twin = last.lastIndexOf(end);
        if (twin > 0 && twin < last.length() - 1) {
            return last.substring(twin + 1);
        }
        Matcher noun = NOUN.matcher(last);
        if (noun.find(Math.min(before.length(), last.length()))) {
            // 工业、房地产项目审批时限
            return last.substring(noun.start());
        }
        // 市区、县（市）最低工资标准: never from inside brackets.
        int closed = last.indexOf('）', before.length());
        boolean inside = last.lastIndexOf('（', before.length()) > last.lastIndexOf('）', before.length());
        int from = inside && closed > 0 ? closed + 1 : before.length();
        return from < last.length() - 1 ? last.substring(from) : "";
    }

    /** A verb or owner before the first part that the others share: 户籍人口, 实现, 新增. */
    private static String prefix(String first, String last, String head) {
        String own = last.substring(0, last.length() - head.length());
        boolean parallel = own.length() == 2
                && first.length() > 4
                && first.charAt(first.length() - 1) == own.charAt(1)
                && !first.endsWith(own);
        if (parallel && !head.isEmpty()) {
            // 金融机构存款、贷款余额: 存款 stands where 贷款 does, and what is before it belongs to both.
            return first.substring(0, first.length() - 2);
        }
        Matcher verb = VERB.matcher(first);
        if (verb.find() && verb.end() < first.length()) {
            return verb.group();
        }
        // 规模以上工业增加值和投资: the owner of a name that is whole is its own.
        Matcher owner = OWNER.matcher(first);
        return !head.isEmpty() && owner.find() && owner.end() < first.length() && !isIndicator(first)
                ? owner.group()
                : "";
    }
}
