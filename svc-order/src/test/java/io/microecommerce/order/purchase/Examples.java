package io.microecommerce.order.purchase;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.product.AssetsView;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.SkuView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Orders as the tests know them: two tees and a lamp, CNY 307.00 in all. */
public final class Examples {

    public static final String ALICE = "11111111-1111-4111-8111-111111111111";
    public static final String BOB = "22222222-2222-4222-8222-222222222222";
    public static final Money TOTAL = new Money("CNY", 30_700);

    static final Instant PLACED_AT = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant PAY_BY = Instant.parse("2026-03-01T10:30:00Z");

    private Examples() {}

    public static OrderDraft draft(String customerId) {
        return draft(customerId, new RequestKey(UUID.randomUUID().toString(), "a".repeat(64)));
    }

    public static OrderDraft draft(String customerId, RequestKey placedBy) {
        return new OrderDraft(UUID.randomUUID().toString(), customerId, placedBy, List.of(lamp(), tees()));
    }

    public static OrderLine tees() {
        return new OrderLine(
                "tee-red-m",
                "tee",
                "Tee",
                List.of(new AttributeView("colour", "red"), new AttributeView("size", "M")),
                new Money("CNY", 8_900),
                2);
    }

    public static OrderLine lamp() {
        return new OrderLine("lamp-last-one", "lamp", "Lamp", List.of(), new Money("CNY", 12_900), 1);
    }

    public static SkuView sku(OrderLine line, boolean forSale) {
        AssetsView.ImageView picture = new AssetsView.ImageView("/" + line.productId() + ".svg");
        return new SkuView(
                line.skuId(),
                line.productId(),
                line.title(),
                line.attributes(),
                new AssetsView(List.of(), picture),
                line.price(),
                forSale,
                new SkuView.StockView(0, 0, 0));
    }

    static Order pending() {
        return Order.stored(draft(ALICE), PLACED_AT, PAY_BY, OrderStatus.PENDING_PAYMENT, null, null, null, null);
    }

    static Order paying(String xid) {
        Order order = pending();
        order.hold(new Order.Hold(xid, "payment-1"), ALICE, TOTAL, PLACED_AT);
        return order;
    }

    static Order paid() {
        Order order = paying("xid-1");
        order.confirm("xid-1", PLACED_AT);
        return order;
    }

    static Order cancelled() {
        Order order = pending();
        order.cancel(CancelReason.BY_CUSTOMER, PLACED_AT);
        return order;
    }
}
