package dev.zhibiao.extract.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Cuts, shuffles and spoils reports; what is picked decides everything, so that the same picks give the same text. */
final class Mutations {

    /** The longest text given back, in characters: the work of one extraction is bounded by it. */
    static final int LONGEST = 4000;

    private static final int MOST_STEPS = 8;
    private static final int MOST_REPEATS = 200;
    private static final int LONGEST_PIECE = 80;

    /** What scans, converters and careless editors leave behind, and what the grammar looks for. */
    private static final List<String> SHARDS = List.of(
            ("0 9 . , ， ％ % ‰ ：1 /2 - — ~ 至 到 万 亿 千 百 十 余 多 几 两 零 一 三分之 百分之 点 成 倍 翻番 第 前 首位 元 家 个 个百分点 千瓦 每 每立方米"
                            + " 以上 左右 超 约 不低于 突破 大关 分别 均 由 从 比 较 占 其中 同比 年均 增长 下降 提高到 2020年 “十三五” 一季度 1-9月 去年 。 ； 、 （ ） “ ” 《 》 $ # ** &nbsp;"
                            + " <br> \\r\\n G228 5G 一、 （二） 名词解释 政府工作报告 宁波市 1,100.9亿 １$.1$2％ １２．５ 𠮷 \uD842 \uDFB7 \uFEFF \u200B \u3000")
                    .split(" "));

    private final List<String> reports;
    private final IntUnaryOperator pick;

    /**
     * @param reports to begin with, at least one
     * @param pick gives a number from 0 to below the bound it is asked for
     */
    Mutations(List<String> reports, IntUnaryOperator pick) {
        this.reports = reports;
        this.pick = pick;
    }

    /** The next text, never longer than {@link #LONGEST}. */
    String next() {
        StringBuilder text = new StringBuilder(piece(report(), LONGEST));
        int steps = 1 + pick(MOST_STEPS);
        for (int i = 0; i < steps; i++) {
            step(text);
            text.setLength(Math.min(text.length(), LONGEST));
        }
        return text.toString();
    }

    private void step(StringBuilder text) {
        int at = pick(text.length() + 1);
        int end = Math.min(text.length(), at + pick(LONGEST_PIECE));
        switch (pick(9)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, piece(report(), LONGEST_PIECE));
            case 2 -> text.insert(at, text.substring(at, end).repeat(pick(MOST_REPEATS)));
            case 3 -> text.insert(at, shard().repeat(1 + pick(MOST_REPEATS)));
            case 4 -> text.replace(at, end, shard());
            case 5 -> shuffle(text, "\n");
            case 6 -> shuffle(text, "，");
            case 7 -> drop(text, "。！？\n");
            default -> text.insert(at, shard() + shard() + shard());
        }
    }

    private void shuffle(StringBuilder text, String join) {
        List<String> parts = new ArrayList<>(List.of(text.toString().split(join, -1)));
        for (int i = parts.size() - 1; i > 0; i--) {
            Collections.swap(parts, i, pick(i + 1));
        }
        text.setLength(0);
        text.append(String.join(join, parts));
    }

    private static void drop(StringBuilder text, String marks) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                text.deleteCharAt(i);
            }
        }
    }

    private String report() {
        return reports.get(pick(reports.size()));
    }

    private String piece(String from, int longest) {
        int start = pick(from.length() + 1);
        return from.substring(start, Math.min(from.length(), start + pick(longest)));
    }

    private String shard() {
        return SHARDS.get(pick(SHARDS.size()));
    }

    private int pick(int bound) {
        return pick.applyAsInt(bound);
    }
}
