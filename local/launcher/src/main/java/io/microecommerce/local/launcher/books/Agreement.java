package io.microecommerce.local.launcher.books;

import java.util.List;

/**
 * Two databases that say the same of a payment, once nothing is under way: each query lists payment ids, and the two lists are
 * equal. While a payment is being confirmed, or its event is on its way, they differ for a moment.
 *
 * @param states what it says
 * @param left one side
 * @param right the other side
 */
public record Agreement(String states, Side left, Side right) {

    /**
     * @param database where to ask
     * @param payments a query for payment ids, in its only column
     * @param what what it means that an id is among them
     */
    public record Side(String database, String payments, String what) {}

    private static final Side PAID =
            new Side("shop_payment", "SELECT id FROM payment WHERE status = 'PAID'", "is PAID");

    /** All of them. */
    public static final List<Agreement> ALL = List.of(
            new Agreement(
                    "every paid payment has a paid order",
                    PAID,
                    new Side(
                            "shop_order",
                            "SELECT payment_id FROM orders WHERE paid_at IS NOT NULL",
                            "has a paid order")),
            new Agreement(
                    "every paid payment has sold its stock",
                    new Side("shop_payment", "SELECT xid FROM payment WHERE status = 'PAID'", "is PAID"),
                    new Side(
                            "shop_product",
                            "SELECT DISTINCT xid FROM stock_reservation WHERE state IN ('SOLD', 'RETURNING', 'RETURNED')",
                            "has sold stock")),
            new Agreement(
                    "every paid payment has earned credit",
                    PAID,
                    new Side(
                            "shop_customer",
                            "SELECT cause FROM credit_entry WHERE kind = 'AWARD'",
                            "has earned credit")),
            new Agreement(
                    "the event of every paid payment came back",
                    PAID,
                    new Side(
                            "shop_payment",
                            "SELECT id FROM payment WHERE event_seen_at IS NOT NULL",
                            "has seen its event")));
}
