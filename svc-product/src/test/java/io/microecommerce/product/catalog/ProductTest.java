package io.microecommerce.product.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.money.Money;
import java.time.Instant;
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
        Sku plain = new Sku("mug-plain", List.of(), ASSETS, new Money("CNY", 100), null, false);

        assertThatThrownBy(() -> product(false, plain))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mug-plain");
    }

    @Test
    void aRetiredSkuKeepsWhatItWasSoldAs() {
        Sku plain = new Sku("mug-plain", List.of(), ASSETS, new Money("CNY", 100), null, true);

        assertThat(product(false, plain).skus()).containsExactly(plain);
    }

    @Test
    void costsWhatItsCheapestSkuForSaleCosts() {
        Sku cheapButGone = priced("mug-1", 1, true);

        assertThat(product(false, priced("mug-3", 3, false), cheapButGone, priced("mug-2", 2, false))
                        .lowestPriceMinor())
                .hasValue(2);
        assertThat(product(false, cheapButGone).lowestPriceMinor()).isEmpty();
        assertThat(product(true, priced("mug-3", 3, false)).lowestPriceMinor()).isEmpty();
    }

    @Test
    void aSkuWithoutPicturesShowsItsProducts() {
        Sku bare = new Sku("mug-blue", List.of(), null, new Money("CNY", 100), null, true);
        Sku dressed = sku("mug-red", "red", false);

        assertThat(new ListedSku(product(false, bare), bare).assets()).isEqualTo(ASSETS);
        assertThat(new ListedSku(product(false, dressed), dressed).assets()).isEqualTo(dressed.assets());
    }

    @Test
    void refusesANegativePrice() {
        assertThatThrownBy(() -> new Sku("mug", List.of(), ASSETS, new Money("CNY", -1), null, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Product product(boolean retired, Sku... skus) {
        return new Product(
                "mug", null, "Mug", "", "kitchen", ASSETS, List.of("colour"), List.of(skus), retired, Instant.EPOCH);
    }

    private static Sku sku(String id, String colour, boolean retired) {
        return new Sku(id, List.of(new Attribute("colour", colour)), ASSETS, new Money("CNY", 100), null, retired);
    }

    private static Sku priced(String id, long minor, boolean retired) {
        return new Sku(id, List.of(new Attribute("colour", id)), ASSETS, new Money("CNY", minor), null, retired);
    }
}
