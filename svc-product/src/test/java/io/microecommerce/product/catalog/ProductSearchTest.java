package io.microecommerce.product.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import org.junit.jupiter.api.Test;

class ProductSearchTest {

    @Test
    void splitsAtAnyWhiteSpace() {
        assertThat(ProductSearch.split("  green\t tea ")).containsExactly("green", "tea");
        assertThat(ProductSearch.split(" ")).isEmpty();
        assertThat(ProductSearch.split(null)).isEmpty();
    }

    @Test
    void refusesTooManyWords() {
        assertThatThrownBy(() -> ProductSearch.split("a b c d e f g h i j k"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FIELD));
    }
}
