package dev.zhibiao.extract.grammar.indicator;

import dev.zhibiao.extract.grammar.period.Times;
import dev.zhibiao.extract.grammar.quantity.Bare;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import dev.zhibiao.extract.grammar.text.Words;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The words that lead to a quantity, parted: {@code 全市固定资产投资比上年增长} is about 固定资产投资, with the word of growth 增长 and
 * the base 上年.
 *
 * @param raw the words as they stand
 * @param subject what is measured; empty where the clause does not say it
 * @param move 增长, 下降, 提高到: whether the number is a growth, a fall or the end of a move
 * @param base what is compared with, as written
 * @param yearly whether 年均 stands there
 * @param shared whether 分别 stands there
 * @param each whether 均 stands there
 */
public record Lead(
        String raw, String subject, Move move, @Nullable String base, boolean yearly, boolean shared, boolean each) {

    /** Which way the word before the number points. */
    public enum Move {
        NONE,
        GROW,
        FALL,
        TO
    }

    private static final Words<Move> PREDICATES = Words.load("predicates.tsv", Lead::move);
    private static final Words<String> BASIS = Words.load("basis.tsv", kind -> kind);
    private static final Words<String> OPENERS = Words.load("openers.tsv", kind -> kind);
    private static final KeyedPattern BASE = KeyedPattern.compile(
            "(?:按[^，]{0,5}计算)?(?:分别|均)?[比较与](20\\d\\d年?初?|19\\d\\d年?初?|上年|去年|前年|上一年|(?:“[^”]{2,4}”|“?十[一二三四]?五”?)(?:时期|期间|期?[末初])?|同期|上年同期|去年同期|年初|上届|前五年|上一?个?五年|[两二三四五六七八九十]年前)(?:同期|末|底|时期|期间|初|度|全年)*(?:相比|比)?(?:，)?");
    private static final KeyedPattern WHEN = KeyedPattern.compile(
            "^(?:(?:到|至|截至|截止)?(?:20|19)\\d\\d年(?:以来|末|底|度|全年)?|“?十[一二三四]?五”?(?:时期|期间|以来|末|期末)?|“[一二三四五六七八九十]{1,2}五”(?:时期|期间|以来|末|期末)?|(?:过去|今后|未来|近)?[一二三四五六七八九十几]年(?:来|间|内)?|[1-9]年(?:来|间|内)?|"
                    + Times.MONTHS + "|[一二三四]季度|\\d{1,2}月份?|(?:到|至|截至)[^，]{2,8}?(?:底|末))");

    /** ——, 一是, （三）: what counts the items of a list. */
    private static final KeyedPattern BULLET = KeyedPattern.compile(
            "^([—\\-●◆•■]+|[⑴-⒇①-⑳]|第?[一二三四五六七八九十]{1,2}(是|要)|（(?:[一二三四五六七八九十]+|\\d{1,2})）|\\d{1,2}[、．](?!\\d)|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]))+");

    private static final KeyedPattern STREAK = KeyedPattern.compile("(?:已)?连续[一二三四五六七八九十两\\d]{1,3}(?:个)?(?:年|季度|月)|连年");
    private static final KeyedPattern CALCULATED = KeyedPattern.compile(
            "扣除(?:物价|价格)[^，]{0,6}?因素(?:影响)?后?|按(?:现行|当年|可比|不变|常住|户籍)?[^，按]{0,6}(?:汇率|价格?|口径|人口)(?:计算|折算)?|在[^，在]{2,14}的?基础上(?!的)");

    /** 总值2019年 before 达到: when, not what. */
    private static final KeyedPattern YEAR_AT_END = KeyedPattern.compile(
            "(?:在)?(?:20|19)\\d\\d年(?:末|底)?的?$|(?<![第每前后上下新同])(?:过去|近|这)?[一两二三四五六七八九十]{1,2}年(?:来|间|内)?(?:累计|共)?的?$|(?<=[到至])(?:目前|现在|今年|去年|\\d{1,2}月份?)的?$");

    /** Parts the words before a quantity. */
    public static Lead of(String raw) {
        String rest = CALCULATED.without(STREAK.without(raw));
        String against = null;
        if (BASE.isIn(rest)) {
            for (Matcher base = BASE.matcher(rest); base.find(); ) {
                against = base.group(1);
            }
            rest = BASE.without(rest);
        }
        boolean yearly = YEARLY.isIn(rest) || YEAR_MEAN.isIn(rest) || rest.contains("年递增") || rest.contains("平均每年");
        // 分别比2000年增加: the base may have swallowed the word.
        boolean shared = raw.contains("分别") || raw.contains("分列") || raw.contains("依次");
        boolean each = raw.contains("均") && EACH.isIn(raw) || raw.endsWith("各") || raw.contains("双双");
        Move move = Move.NONE;
        for (boolean trimmed = true; trimmed && !rest.isEmpty(); ) {
            trimmed = false;
            for (Words.Word<Move> word : PREDICATES.endingLike(rest, rest.length())) {
                if (rest.endsWith(word.text()) && !isInsideWord(rest, word.text())) {
                    Move said = word.kind();
                    if (said == Move.GROW && move == Move.GROW && NOUNS_OF_GROWTH.contains(word.text())) {
                        break;
                    }
                    move = move == Move.NONE ? said : move;
                    rest = rest.substring(0, rest.length() - word.text().length());
                    trimmed = true;
                    break;
                }
            }
            Matcher year = trimmed ? null : YEAR_AT_END.find(rest);
            if (year != null) {
                rest = rest.substring(0, year.start());
                trimmed = true;
            }
            if (!trimmed) {
                String shorter = move == Move.NONE ? rest : stripBasis(rest);
                trimmed = shorter.length() < rest.length();
                rest = shorter;
            }
        }
        rest = rest.substring(Bare.stepEnd(rest, 0));
        return new Lead(raw, stripOpeners(rest), move, against, yearly, shared, each);
    }

    /** 年均浓度 is of one year. */
    private static final KeyedPattern YEARLY = KeyedPattern.compile("年均(?!浓度|气温|降水|降雨|值|工资|生活费)");

    /** 年平均保障标准 is what is paid in a year. */
    private static final KeyedPattern YEAR_MEAN = KeyedPattern.compile("年平均(?!浓度|气温|降水|降雨|值|工资|生活费|保障|补助|收入)");

    private static final KeyedPattern EACH = KeyedPattern.compile("(?<![人户亩年平日])均(?:$|[^衡地价水可线匀])");
    private static final java.util.Set<String> NOUNS_OF_GROWTH = java.util.Set.of("速度");

    /** What the list of predicates calls a copula moves nothing. */
    static Move move(String kind) {
        return kind.equals("COPULA") ? Move.NONE : Move.valueOf(kind);
    }

    /** 在 of 存在, 增 of 新增, 率 of 增长率 belong to the noun. */
    private static boolean isInsideWord(String rest, String word) {
        int before = rest.length() - word.length() - 1;
        if (before < 0) {
            return false;
        }
        char c = rest.charAt(before);
        return switch (word) {
            case "增" -> "新净".indexOf(c) >= 0;
            case "增加" -> c == '新';
            case "在" -> "存现".indexOf(c) >= 0;
            case "有" -> "国所私拥".indexOf(c) >= 0;
            case "为" -> "行作认".indexOf(c) >= 0;
            case "等" -> "高平中初".indexOf(c) >= 0;
            case "年" -> "青少老成常去今明前一二两三四五六七八九十".indexOf(c) >= 0 || YEAR_AT_END.isIn(rest);
            case "均" -> "人户亩年平日".indexOf(c) >= 0;
            case "增长率", "增长速度" -> c == '然';
            case "提高", "提升" -> rest.endsWith("改造提升") || rest.endsWith("改造提高");
            case "到" -> "报".indexOf(c) >= 0;
            case "收到" -> c == '税';
            case "都" -> c == '成' || c == '首';
            default -> false;
        };
    }

    private static String stripBasis(String rest) {
        for (Words.Word<String> word : BASIS.endingLike(rest, rest.length())) {
            if (rest.endsWith(word.text())) {
                return rest.substring(0, rest.length() - word.text().length());
            }
        }
        return rest;
    }

    /** Drops what opens a clause without naming anything: time, place, 其中, 累计. */
    public static String stripOpeners(String words) {
        String rest = BULLET.withoutFirst(words);
        for (boolean trimmed = true; trimmed && !rest.isEmpty(); ) {
            trimmed = false;
            Matcher when = WHEN.find(rest);
            if (when != null && !rest.startsWith("年", when.end())) {
                rest = rest.substring(when.end());
                trimmed = true;
                continue;
            }
            for (Words.Word<String> opener : OPENERS.beginningLike(rest, 0)) {
                String word = opener.text();
                if (rest.startsWith(word)
                        && (rest.length() > word.length() + 1 || rest.length() == word.length())
                        && !isPartOfNoun(rest, word)) {
                    rest = rest.substring(word.length());
                    trimmed = true;
                    break;
                }
            }
            if (!rest.isEmpty() && "的、）".indexOf(rest.charAt(0)) >= 0) {
                rest = rest.substring(1);
                trimmed = true;
            }
        }
        return rest;
    }

    private static boolean isPartOfNoun(String rest, String word) {
        char next = rest.length() > word.length() ? rest.charAt(word.length()) : ' ';
        return switch (word) {
            case "平均" -> true;
            case "就" -> "业诊读医餐学地近".indexOf(next) >= 0;
            case "其" -> "他余".indexOf(next) >= 0;
            case "对" -> "外口".indexOf(next) >= 0;
            case "将" -> next == '军';
            case "和" -> "谐平美".indexOf(next) >= 0;
            case "有" -> "效机色".indexOf(next) >= 0;
            case "使" -> next == '用';
            case "现" -> "代".indexOf(next) >= 0;
            case "都" -> "市会江匀昌安".indexOf(next) >= 0;
            case "把" -> next == '握';
            case "到" -> "位".indexOf(next) >= 0;
            case "在" -> "校建线".indexOf(next) >= 0;
            case "以" -> next == '上';
            case "直接" -> next == '融';
            case "基本" -> "养医公农建药".indexOf(next) >= 0;
            case "集中" -> "式供连".indexOf(next) >= 0;
            case "再" -> "就生贷".indexOf(next) >= 0;
            case "高质量" -> next == '发';
            case "共" -> "享同建青产有富".indexOf(next) >= 0;
            case "科学" -> "技研".indexOf(next) >= 0;
            case "从" -> "业".indexOf(next) >= 0;
            case "全国" -> "文重先示卫双百一比大".indexOf(next) >= 0;
            case "有效" -> "发专期注".indexOf(next) >= 0;
            case "计划" -> "生总投".indexOf(next) >= 0;
            case "要" -> "素".indexOf(next) >= 0;
            default -> false;
        };
    }
}
