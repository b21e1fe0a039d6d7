package io.microecommerce.product.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static final Assets ASSETS = new Assets(List.of(), "/pictures/mug.svg");

    @Test
    void sellsOnlyWhatIsNotRetired() {
        Sku blue = sku("mug-blue", "blue", false);
        Sku red = sku("mug-red", "red", true);

        assertThat(product(false, blue, red).skusForSale()).containsExactly(blue);
        assertThat(product(true, blue, red).skusForSale()).isEmpty();
        assertThat(new ListedSku(product(true, blue), blue).forSale()).isFalse();
    }

    @Test
    void refusesTheSameSkuTwice() {
        Sku blue = sku("mug-blue", "blue", false);

        assertThatThrownBy(() -> product(false, blue, blue))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mug-blue twice");
    }

    @Test
    void refusesASkuWithoutAValueForEachVariant() {
        Sku plain = new Sku("mug-plain", List.of(), ASSETS, new Money("CNY", 100), false);

        assertThatThrownBy(() -> product(false, plain))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mug-plain");
    }

    @Test
    void refusesANegativePrice() {
        assertThatThrownBy(() -> new Sku("mug", List.of(), ASSETS, new Money("CNY", -1), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Product product(boolean retired, Sku... skus) {
        return new Product("mug", null, "Mug", "", "kitchen", ASSETS, List.of("colour"), List.of(skus), retired);
    }

    private static Sku sku(String id, String colour, boolean retired) {
        return new Sku(id, List.of(new Attribute("colour", colour)), ASSETS, new Money("CNY", 100), retired);
    }
}
