package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code 2019年}, {@code 三年}, {@code 70岁以上}: dates, durations and ages measure nothing. */
final class CalendarTime implements Rule {

    private static final KeyedPattern DAYS = KeyedPattern.compile(
            ".*(天数|优良天|优良|寿命|达标天|日数|学时|年限|用时|时间|时长|时限|年龄)[^，。；]{0,16}$|.*天数[^。；]{0,20}(增加|减少|提高)了?$");

    /** 优良天数从340天增加到360天 */
    private static final KeyedPattern MOVES_ON = KeyedPattern.compile("(增加|提高|上升|提升|减少|下降|缩短|压缩|降低|延长|增|升|降)(到|至)");

    /** 得分85.18分 */
    private static final KeyedPattern SCORE = KeyedPattern.compile(".*(得分|评分|总分|成绩|测评|满意度|满意率|指数)[^。；]{0,24}$");

    /** 建设周期缩短了6个月: a span of time that is measured, and how much it moved. */
    private static final KeyedPattern SHORTENED =
            KeyedPattern.compile(".*(周期|工期|期限|时限|时间|时长)(平均|再|又)?(缩短|压缩|减少|延长)了?$");

    /** 8个多月 */
    private static final KeyedPattern SPAN = KeyedPattern.compile("[多余]?(月|星期|小时|工作日)");

    @Override
    public boolean refuses() {
        return true;
    }

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        boolean shortened = SHORTENED.matches(reading.text().substring(0, q.outerStart()))
                && reading.tail(index).isEmpty();
        if (shortened) {
            return null;
        }
        if (q.unit().equals("个") && SPAN.begins(reading.text(), q.end())) {
            return List.of();
        }
        if (q.kind() != QuantityKind.TIME) {
            return null;
        }
        if (q.unit().equals("分") && SCORE.matches(reading.text().substring(0, q.outerStart()))) {
            return null;
        }
        boolean measured = "天岁小时分钟个工作日年".contains(q.unit())
                && DAYS.matches(reading.text().substring(0, q.outerStart()))
                && (reading.tail(index).isEmpty() || MOVES_ON.matches(reading.tail(index)));
        return measured ? null : List.of();
    }
}
