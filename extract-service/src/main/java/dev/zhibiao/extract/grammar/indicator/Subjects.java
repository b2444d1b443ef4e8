package dev.zhibiao.extract.grammar.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A joint subject taken apart: {@code 城镇、农村居民人均可支配收入} names two indicators that share their head. */
public final class Subjects {

    private static final Pattern JOIN = Pattern.compile("、|以及|和(?!谐|平|美)|及|与");
    private static final Pattern HEAD = Pattern.compile(
            "(居民(?:家庭)?人均(?:可支配|纯)?(?:收入|消费支出|住房面积)|人均(?:可支配|纯)?收入|(?:环境)?质量优良率|增加值(?:增幅|增速)?|总产值|生产总值|产值|销售收入|营业收入|主营业务收入|销售额|零售额|总额|保险(?:参保|覆盖)率|参保率|覆盖率|普及率|达标率|处理率|入学率|巩固率|占比|比重|贷款余额|存款余额|余额|收入|支出|投资|产量|面积|总量|(?:刑事|治安)?警情|发案(?:数|率)?|死亡人数|起数|排放量|排放强度|排放|浓度|周转量|客运量|货运量|吞吐量|人数|人次|数量|增长率|增速|增幅|率|量|额|数)$");

    private Subjects() {}

    /** The indicators of a joint subject, in their order; one where nothing is joined. */
    public static List<String> split(String subject) {
        if (subject.startsWith("城乡居民") || subject.startsWith("城乡常住居民")) {
            String head = subject.substring(2);
            return List.of("城镇" + head, "农村" + head);
        }
        List<String> parts = new ArrayList<>();
        Matcher join = JOIN.matcher(subject);
        int from = 0;
        while (join.find()) {
            if (!quoted(subject, join.start()) && join.start() > from) {
                parts.add(subject.substring(from, join.start()));
                from = join.end();
            }
        }
        parts.add(subject.substring(from));
        return parts.size() == 1 ? parts : shared(parts);
    }

    /** Whether a phrase ends in a noun that is measured: 收入, 增加值, 率. */
    public static boolean isIndicator(String phrase) {
        return HEAD.matcher(phrase).find();
    }

    private static boolean quoted(String text, int at) {
        int open = Math.max(text.lastIndexOf('“', at), text.lastIndexOf('（', at));
        int close = Math.max(text.lastIndexOf('”', at), text.lastIndexOf('）', at));
        return open > close;
    }

    private static List<String> shared(List<String> parts) {
        String last = parts.get(parts.size() - 1);
        String head = head(parts.get(parts.size() - 2), last);
        String prefix = prefix(parts.get(0));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean whole = HEAD.matcher(part).find() && !(i == 0 && head.length() > 2 && part.endsWith("数量"))
                    || head.isEmpty()
                    || part.endsWith(head);
            String name = whole ? part : part + head;
            names.add(i == 0 || prefix.isEmpty() ? name : prefix + name);
        }
        return names;
    }

    /** What the last part has beside its own name: 警情 of 治安警情 after 刑事. */
    private static String head(String before, String last) {
        Matcher m = HEAD.matcher(last);
        if (m.find() && m.start() > 0) {
            String own = last.substring(0, m.start());
            char end = before.charAt(before.length() - 1);
            int twin = own.lastIndexOf(end);
            return twin > 0 && twin < own.length() - 1 ? last.substring(twin + 1) : m.group();
        }
        char end = before.charAt(before.length() - 1);
        int twin = last.lastIndexOf(end);
        if (twin > 0 && twin < last.length() - 1) {
            return last.substring(twin + 1);
        }
        return before.length() < last.length() - 1 ? last.substring(before.length()) : "";
    }

    /** A verb or owner before the first part that the others share: 户籍人口, 实现, 新增. */
    private static String prefix(String first) {
        Matcher verb = Pattern.compile("^(新增|新建)").matcher(first);
        if (verb.find() && verb.end() < first.length()) {
            return verb.group();
        }
        // 规模以上工业增加值和投资: the owner of a name that is whole is its own.
        Matcher owner = Pattern.compile("^(户籍人口|规模以上|规上|城镇|农村|全社会|外贸)").matcher(first);
        return owner.find() && owner.end() < first.length() && !isIndicator(first) ? owner.group() : "";
    }
}
