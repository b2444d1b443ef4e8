package dev.zhibiao.extract.report;

import dev.zhibiao.extract.grammar.indicator.Subjects;
import dev.zhibiao.extract.grammar.rule.Statement;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code 横街镇80名干部}, {@code 集士港镇财政收入}: a town or a street named at the head of a clause is whom the values of that
 * clause are of. No list has their names, so a name is what stands there and goes on as of somebody who does or has something;
 * villages, parks and schools are no areas.
 */
final class Towns {

    private static final String NAME = "(?:[\\u4e00-\\u9fa5]{2,4}(?:街道|镇)|[\\u4e00-\\u9fa5]{2,3}乡)";
    private static final KeyedPattern HEAD = KeyedPattern.compile("(?<=^|[，；：。、…])" + NAME + "(?:、" + NAME + ")*");

    /** 示范镇5个, 各乡镇: what they are, and no name of one. */
    private static final KeyedPattern KIND = KeyedPattern.compile(
            "(示范|主要|主干|老旧|商业|两侧|沿街|临街|贫困|困难|重点|中心|特色|建制|工业|经济|卫生|专业|生态|文明|美丽|智慧|旅游|文化|历史|试点|达标|先进|边远|民族|产业|[重强名古小城乡村集市街全各每个级型化性国省县区大新的一二三四五六七八九十两几多及])(街道|镇|乡)$|[下返还回家水故入他之]乡$");

    private static final KeyedPattern DONE_TO = KeyedPattern.compile(
            "^(新[建增设]|建[成设]|维修|改造|整治|清扫|完成|推进|实施|加快|移民|支持|重点|所有|其[中他]|多个|部分|一批|涉及|覆盖|打造|创建|培育|发展|出台|开展|选择|确定|命名|成立|撤销|组建|调整|启动|帮扶|帮助|推动|指导|带动|规划|[我本全][省市县区]|.*[到至通]|[各每全对向在从以将仅使把被让为按凡由给])");

    private static final KeyedPattern DOES = KeyedPattern.compile(
            "^([\\d一二三四五六七八九十百千万近约超逾]|共?有|累计|达|突破|新[建增]|建成|完成|拆除|实现|投入|引进|改造|整治|种植|带动|组织|盘活|流转|清理|筹集|发放|解决|位?居|位?列|排名?|荣?获|入选)");
    private static final Pattern ANOTHERS = Pattern.compile("[，；：。…]|[全我][省市县区州镇乡](?![第前首排率领])");
    /** 财政收入在全县率先突破: what is said of it ends its name. */
    private static final KeyedPattern SAID_OF = KeyedPattern.compile("(在全[国省市县区]|率先).*$");
    /** 横街镇、章水镇2个乡镇: the towns are what is counted. */
    private static final KeyedPattern COUNTED = KeyedPattern.compile("^个?(乡镇|镇街|街镇|镇乡|街道|镇|乡)");

    private final String own;

    /**
     * Of a report.
     *
     * @param refArea full path; a town's own report ends with the town
     */
    Towns(@Nullable String refArea) {
        this.own = refArea == null ? "" : refArea.substring(refArea.lastIndexOf('/') + 1);
    }

    /** The town that a value of a sentence is of, with the indicator without it; null where it is of none. */
    AreaParts.@Nullable Part of(String words, Statement said, String indicator) {
        if (!HEAD.isIn(words, 0, said.start()) || COUNTED.begins(words, said.end())) {
            return null;
        }
        String name = "";
        Matcher head = HEAD.matcher(words).region(0, said.start()).useTransparentBounds(true);
        while (head.find()) {
            boolean reaches = !ANOTHERS.matcher(words)
                    .region(head.end(), said.start())
                    .useTransparentBounds(true)
                    .find();
            name = reaches && isNamed(head.group()) && goesOn(words, head.end(), without(indicator, head.group()))
                    ? head.group()
                    : "";
        }
        return name.isEmpty() ? null : new AreaParts.Part(name, null, without(indicator, name));
    }

    private boolean isNamed(String names) {
        for (String name : names.split("、")) {
            if (name.equals(own) || KIND.isIn(name) || DONE_TO.isIn(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean goesOn(String words, int end, String rest) {
        return DOES.begins(words, end)
                || words.startsWith(rest, end) && Subjects.isIndicator(SAID_OF.withoutFirst(rest));
    }

    /** The indicator behind the town's name; as it is where it does not have it or nothing would be left. */
    private static String without(String indicator, String name) {
        int at = indicator.indexOf(name);
        return at >= 0 && indicator.length() > at + name.length() + 1
                ? indicator.substring(at + name.length())
                : indicator;
    }
}
