package dev.zhibiao.extract.grammar.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    @ParameterizedTest
    @ValueSource(strings = {"=", ">=", ">", "<=", "<", "~"})
    void keepsItsComparatorOnAnotherNumber(String comparator) {
        Amount amount = Amount.of(comparator, BigDecimal.ONE);
        assertThat(amount.comparator()).isEqualTo(comparator);
        assertThat(amount.about(BigDecimal.TEN)).isEqualTo(Amount.of(comparator, BigDecimal.TEN));
    }

    @Test
    void refusesAComparatorThatDoesNotExist() {
        assertThatThrownBy(() -> Amount.of("≥", BigDecimal.ONE)).hasMessageContaining("≥");
    }
}
