package io.microecommerce.order.purchase;

import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.product.AssetsView;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.api.product.SkuView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        return new OrderDraft(UUID.randomUUID().toString(), customerId, placedBy, List.of(lamp(), tees()), shanghai());
    }

    public static PostalAddress shanghai() {
        return new PostalAddress(
                "Alice Example", "+86 21 5555 0100", "CN", null, "Shanghai", "1 Nanjing Road", "200001");
    }

    public static PostalAddress berlin() {
        return new PostalAddress("Bob Beispiel", "030 5550100", "DE", "Berlin", "Berlin", "Unter den Linden 1", null);
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
        return sku(line, forSale, null);
    }

    public static SkuView sku(OrderLine line, boolean forSale, @Nullable Integer limitPerCustomer) {
        AssetsView.ImageView picture = new AssetsView.ImageView("/" + line.productId() + ".svg");
        return new SkuView(
                line.skuId(),
                line.productId(),
                1,
                line.title(),
                line.attributes(),
                new AssetsView(List.of(), picture),
                line.price(),
                limitPerCustomer,
                forSale,
                new SkuView.StockView(0, 0, 0));
    }

    /** An order of Alice's, as the constraints of the database allow it in this status. */
    static Order in(OrderStatus status) {
        boolean refund = status == OrderStatus.REFUNDING || status == OrderStatus.REFUNDED;
        boolean shipped = status == OrderStatus.SHIPPED || status == OrderStatus.COMPLETED;
        boolean paid = shipped || refund || status == OrderStatus.PAID;
        boolean cancelled = status == OrderStatus.CANCELLED;
        return new Order(
                "order-1",
                ALICE,
                "a".repeat(64),
                List.of(lamp(), tees()),
                shanghai(),
                PLACED_AT,
                PAY_BY,
                status,
                paid || status == OrderStatus.PAYING ? new Order.Hold("xid-1", "payment-1") : null,
                paid ? PLACED_AT : null,
                shipped ? new Shipment("SF Express", "SF-1", PLACED_AT) : null,
                status == OrderStatus.COMPLETED ? PLACED_AT : null,
                cancelled ? PLACED_AT : null,
                cancelled ? CancelReason.BY_CUSTOMER : null,
                refund ? new Order.Refund("refund-1", "xid-2", OrderStatus.PAID) : null);
    }
}
