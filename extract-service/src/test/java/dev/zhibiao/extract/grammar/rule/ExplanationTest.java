package dev.zhibiao.extract.grammar.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.extract.grammar.rule.UnreadNumber.Reason;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static Explanation explain(String words) {
        return Rules.explain(Sentence.alone(words));
    }

    @Test
    void namesTheRuleThatReadAValueAndThoseThatSawAnotherShape() {
        assertThat(explain("全市固定资产投资增长8%。").steps()).singleElement().satisfies(step -> {
            assertThat(step.rule()).isEqualTo("Movement");
            assertThat(step.passed())
                    .contains("Ranking", "FromTo")
                    .doesNotContain("Movement", "NumberLast", "NameNumber");
            assertThat(step.lead())
                    .isNotNull()
                    .satisfies(lead -> assertThat(lead.subject()).isEqualTo("固定资产投资"));
        });
    }

    @Test
    void namesEveryRuleThatRefuses() {
        assertThat(explain("推进“113”产业行动。").steps()).singleElement().satisfies(step -> {
            assertThat(step.refusals()).containsExactly("NameNumber");
            assertThat(step.rule()).isNull();
            assertThat(step.statements()).isEmpty();
        });
    }

    @Test
    void tellsAValueThatWasReadTogetherWithAnEarlierOne() {
        List<Explanation.Step> steps = explain("出口、进口分别增长7%、8%。").steps();
        assertThat(steps).extracting(Explanation.Step::rule).containsOnly("Respectively");
        assertThat(steps).extracting(Explanation.Step::together).containsExactly(false, true);
    }

    @Test
    void saysWhatReadingSays() {
        Sentence sentence = Sentence.alone("新增企业3家，其中5亿元以上项目60个，占比达12.5%，居全省第二。");
        List<Statement> explained = Rules.explain(sentence).steps().stream()
                .flatMap(step -> step.statements().stream())
                .toList();
        assertThat(explained)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(Rules.read(sentence).stream()
                        .map(Rules.Finding::statement)
                        .toList());
    }

    @Test
    void givesTheReasonWhyANumberIsNoQuantity() {
        assertThat(explain("增长1$.1$2%，G228开通，统一规划。").unread())
                .extracting(UnreadNumber::reason)
                .containsExactly(Reason.SPOILT, Reason.SPOILT, Reason.SPOILT, Reason.NAME, Reason.NO_UNIT);
    }
}
