package dev.zhibiao.extract.report;

import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.events.ReportMetadata;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a report says about itself: title, kind, years, day and speaker. */
final class MetadataReader {

    private static final Areas AREAS = Areas.load();
    private static final int HEAD = 1500;
    private static final Pattern DATE =
            Pattern.compile("((?:19|20)\\d\\d)年(1?\\d)月([1-3]?\\d)日(?=[\\s\\S]{0,40}(?:代表大会|会议))");
    private static final Pattern SPEAKER =
            Pattern.compile("(?m)^.{0,24}(?:区长|市长|县长|省长|州长|主席|盟长|旗长|总理|镇长|乡长)(?:：|、)?([\\u4e00-\\u9fa5·]{2,4})$");
    private static final Pattern TITLE = Pattern.compile("(?m)^#*(.{0,40}政府工作报告.{0,20})$");
    private static final Pattern TARGET =
            Pattern.compile("((?:19|20)\\d\\d)年(?=[^。\\n]{0,14}(?:目标|工作安排|主要任务|重点工作|工作重点|总体要求))");
    private static final Pattern REVIEW = Pattern.compile("((?:19|20)\\d\\d)年?(?:[^。\\n]{0,8})(?:回顾|总结|工作情况)");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)年");

    private MetadataReader() {}

    static ReportMetadata read(String source) {
        String text = fold(source);
        String head = text.substring(0, Math.min(HEAD, text.length()));
        LocalDate day = day(head);
        String title = group(TITLE, head);
        Integer target = day != null ? Integer.valueOf(day.getYear()) : targetYear(text, title);
        String kind =
                title != null && title.matches(".*(摘要|摘登|要点).*") ? "summary" : isNews(title, text) ? "news" : "full";
        Integer review = target == null ? null : reviewYear(text, target);
        AreaDecider.Decision area = new AreaDecider(text).decide(title);
        return new ReportMetadata(
                title,
                area.area() == null ? null : AREAS.path(area.area()),
                area.area() == null ? null : area.area().code(),
                area.area() == null ? null : area.area().level().name().toLowerCase(Locale.ROOT),
                kind,
                review == null ? null : review.toString(),
                target == null ? null : target.toString(),
                day,
                group(SPEAKER, head),
                area.conflict() == null ? List.of() : List.of(area.conflict()));
    }

    /** A newspaper's account addresses no deputies and bears a headline of its own. */
    private static boolean isNews(@Nullable String title, String text) {
        return title == null && !text.contains("各位代表");
    }

    private static String fold(String source) {
        StringBuilder text = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c >= '０' && c <= '９') {
                c = (char) (c - 0xFEE0);
            }
            boolean blank = c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
            if (!blank && c != '*') {
                text.append("〇○Ｏ".indexOf(c) >= 0 ? '0' : c);
            }
        }
        return hanziYears(text);
    }

    /** 二0一九年 is 2019年. */
    private static String hanziYears(CharSequence text) {
        String digits = "0一二三四五六七八九";
        return Pattern.compile("[一二][0零一二三四五六七八九]{3}年").matcher(text).replaceAll(m -> {
            StringBuilder year = new StringBuilder();
            for (char c : m.group().replace('零', '0').toCharArray()) {
                int digit = digits.indexOf(c);
                year.append(digit < 0 ? String.valueOf(c) : Integer.toString(digit));
            }
            return year.toString();
        });
    }

    private static @Nullable LocalDate day(String head) {
        Matcher m = DATE.matcher(head);
        try {
            return m.find()
                    ? LocalDate.of(
                            Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))
                    : null;
        } catch (DateTimeException e) {
            // A printed 31 November is no day; the year alone is found elsewhere.
            return null;
        }
    }

    /** The year most often planned for; else the one after the year looked back on; else the latest spoken of. */
    private static @Nullable Integer targetYear(String text, @Nullable String title) {
        Integer planned = mostFrequent(TARGET.matcher(text));
        Matcher titled = YEAR.matcher(title == null ? "" : title);
        if (titled.find()) {
            // A title carries the year of reading or the year looked back on.
            int year = Integer.parseInt(titled.group(1));
            return planned != null && planned == year + 1 ? planned : Integer.valueOf(year);
        }
        Matcher back = REVIEW.matcher(text);
        if (back.find() && (planned == null || planned <= Integer.parseInt(back.group(1)))) {
            return Integer.parseInt(back.group(1)) + 1;
        }
        if (planned != null) {
            return planned;
        }
        // An account that says 去年 for what it tells names last year where it names a year at all.
        Integer told = mostFrequent(YEAR.matcher(text));
        return told != null && text.contains("去年") ? Integer.valueOf(told + 1) : told;
    }

    private static Integer reviewYear(String text, int target) {
        Matcher back = REVIEW.matcher(text);
        while (back.find()) {
            int year = Integer.parseInt(back.group(1));
            if (year == target || year == target - 1) {
                return year == target ? target - 1 : year;
            }
        }
        return target - 1;
    }

    private static @Nullable Integer mostFrequent(Matcher years) {
        Map<Integer, Integer> counts = new HashMap<>();
        while (years.find()) {
            counts.merge(Integer.valueOf(years.group(1)), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static @Nullable String group(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? m.group(1).replaceAll("^title:", "") : null;
    }
}
