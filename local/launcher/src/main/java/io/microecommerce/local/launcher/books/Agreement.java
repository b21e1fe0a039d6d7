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

    private static final Side REFUNDED =
            new Side("shop_payment", "SELECT payment_id FROM refund WHERE given_at IS NOT NULL", "is refunded");

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
                            "has seen its event")),
            new Agreement(
                    "every refunded payment has a refunded order",
                    REFUNDED,
                    new Side(
                            "shop_order",
                            "SELECT payment_id FROM orders WHERE status = 'REFUNDED'",
                            "has a refunded order")),
            new Agreement(
                    "the goods of every refunded payment are back, if they had not left",
                    new Side(
                            "shop_payment",
                            "SELECT payment_xid FROM refund WHERE given_at IS NOT NULL AND order_was = 'PAID'",
                            "is refunded before shipping"),
                    new Side(
                            "shop_product",
                            "SELECT DISTINCT xid FROM stock_reservation WHERE state = 'RETURNED'",
                            "has its goods back")),
            new Agreement(
                    "what every refunded payment had earned is taken back",
                    REFUNDED,
                    new Side(
                            "shop_customer",
                            "SELECT payment_id FROM reward_claim WHERE state = 'TAKEN'",
                            "has its rewards taken back")),
            new Agreement(
                    "the event of every refund came back",
                    REFUNDED,
                    new Side(
                            "shop_payment",
                            "SELECT payment_id FROM refund WHERE event_seen_at IS NOT NULL",
                            "has seen the event of its refund")));
}
