package io.microecommerce.cart.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.microecommerce.api.cart.CartItemView;
import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AssetsView;
import io.microecommerce.api.product.AssetsView.ImageView;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.api.product.SkuView.StockView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PricedCartsTest {

    private static final String CUSTOMER = "customer";

    private final ListedCatalogue catalogue = new ListedCatalogue();
    private final OneCart cart = new OneCart();
    private final PricedCarts priced = new PricedCarts(cart, catalogue);

    @Test
    void showsEachLineAsTheCatalogueHasItNow() {
        catalogue.put("tee", true, 8_900, 3);
        cart.lines.put("tee", 5);

        assertThat(priced.items(CUSTOMER))
                .containsExactly(new CartItemView(
                        "tee",
                        5,
                        true,
                        "Title of tee",
                        new Money("CNY", 8_900),
                        List.of(new AttributeView("size", "M")),
                        new ImageView("/tee.png"),
                        3));
    }

    @Test
    void pricesEachLineAnew() {
        catalogue.put("tee", true, 8_900, 3);
        cart.lines.put("tee", 1);
        priced.items(CUSTOMER);

        catalogue.put("tee", false, 9_900, 0);

        assertThat(priced.items(CUSTOMER)).singleElement().satisfies(item -> {
            assertThat(item.price()).isEqualTo(new Money("CNY", 9_900));
            assertThat(item.valid()).isFalse();
            assertThat(item.stock()).isZero();
        });
    }

    @Test
    void keepsWhatIsGoneOrRetiredListedAsInvalid() {
        catalogue.put("retired", false, 100, 7);
        cart.lines.put("gone", 2);
        cart.lines.put("retired", 1);

        List<CartItemView> items = priced.items(CUSTOMER);

        assertThat(items).extracting(CartItemView::skuId).containsExactly("gone", "retired");
        assertThat(items).extracting(CartItemView::valid).containsExactly(false, false);
        assertThat(items.get(0)).isEqualTo(new CartItemView("gone", 2, false, null, null, List.of(), null, 0));
        assertThat(items.get(1).title()).isEqualTo("Title of retired");
    }

    @Test
    void doesNotAskTheCatalogueAboutAnEmptyCart() {
        catalogue.answers = false;

        assertThat(priced.items(CUSTOMER)).isEmpty();
    }

    @Test
    void addsWhatIsForSale() {
        catalogue.put("tee", true, 8_900, 3);
        priced.add(CUSTOMER, new CartLine("tee", 1));

        assertThat(priced.add(CUSTOMER, new CartLine("tee", 2)).quantity()).isEqualTo(3);
    }

    @Test
    void refusesToAddWhatIsNotForSale() {
        catalogue.put("retired", false, 100, 7);

        assertThat(refusalOf(() -> priced.add(CUSTOMER, new CartLine("retired", 1))))
                .isEqualTo(ErrorCode.SKU_NOT_FOR_SALE);
        assertThat(refusalOf(() -> priced.add(CUSTOMER, new CartLine("gone", 1))))
                .isEqualTo(ErrorCode.SKU_NOT_FOUND);
        assertThat(cart.lines).isEmpty();
    }

    @Test
    void leavesTheCartAloneWhenTheCatalogueDoesNotAnswer() {
        cart.lines.put("tee", 1);
        catalogue.answers = false;

        assertThat(refusalOf(() -> priced.add(CUSTOMER, new CartLine("tee", 1))))
                .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(refusalOf(() -> priced.change(CUSTOMER, new CartLine("tee", 2))))
                .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(refusalOf(() -> priced.items(CUSTOMER))).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(cart.lines).containsEntry("tee", 1);
    }

    @Test
    void changesALineWhoseSkuIsGone() {
        cart.lines.put("gone", 5);

        CartItemView item = priced.change(CUSTOMER, new CartLine("gone", 2));

        assertThat(item.quantity()).isEqualTo(2);
        assertThat(item.valid()).isFalse();
    }

    @Test
    void saysWhatIsNotInTheCart() {
        assertThat(refusalOf(() -> priced.change(CUSTOMER, new CartLine("tee", 1))))
                .isEqualTo(ErrorCode.CART_ITEM_NOT_FOUND);
        assertThat(refusalOf(() -> priced.remove(CUSTOMER, "tee"))).isEqualTo(ErrorCode.CART_ITEM_NOT_FOUND);
    }

    private static ErrorCode refusalOf(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        return refusal.code();
    }

    private static final class ListedCatalogue implements Catalogue {

        private final Map<String, SkuView> skus = new HashMap<>();
        private boolean answers = true;

        void put(String id, boolean forSale, long priceMinor, long available) {
            ImageView thumbnail = new ImageView("/" + id + ".png");
            skus.put(
                    id,
                    new SkuView(
                            id,
                            "product",
                            1,
                            "Title of " + id,
                            List.of(new AttributeView("size", "M")),
                            new AssetsView(List.of(), thumbnail),
                            new Money("CNY", priceMinor),
                            null,
                            forSale,
                            new StockView(available, 0, 0)));
        }

        @Override
        public Optional<SkuView> sku(String skuId) {
            return Optional.ofNullable(skus(List.of(skuId)).get(skuId));
        }

        @Override
        public Map<String, SkuView> skus(List<String> skuIds) {
            if (!answers) {
                throw new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "The catalogue is away.");
            }
            return skus;
        }
    }

    private static final class OneCart implements Carts {

        private final Map<String, Integer> lines = new LinkedHashMap<>();

        @Override
        public List<CartLine> lines(String customerId) {
            List<CartLine> all = new ArrayList<>();
            lines.forEach((sku, quantity) -> all.add(new CartLine(sku, quantity)));
            return all;
        }

        @Override
        public int add(String customerId, CartLine line) {
            return lines.merge(line.skuId(), line.quantity(), Integer::sum);
        }

        @Override
        public boolean change(String customerId, CartLine line) {
            return lines.computeIfPresent(line.skuId(), (sku, old) -> line.quantity()) != null;
        }

        @Override
        public boolean remove(String customerId, String skuId) {
            return lines.remove(skuId) != null;
        }

        @Override
        public void clear(String customerId) {
            lines.clear();
        }

        @Override
        public void take(String customerId, List<CartLine> ordered) {
            ordered.forEach(line -> lines.remove(line.skuId()));
        }
    }
}
