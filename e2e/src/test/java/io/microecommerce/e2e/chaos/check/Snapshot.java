package io.microecommerce.e2e.chaos.check;

import java.util.List;
import java.util.Set;

/**
 * What the databases say of some customers. Each database was read in one transaction; what two of them say belongs together only
 * once nothing is under way.
 *
 * @param moneyEquations violations of the equations of shop_payment, which hold at any moment, over everybody
 * @param stockEquations the same of shop_product
 * @param otherEquations the same of the other databases
 * @param tried branches whose fence still says TRIED: database, XID and action
 * @param inbox applied effects: kind and payment
 * @param credits the payments that earned credit; one entry for each time
 * @param commissions the payments that earned commission
 * @param referred customers whose payments earn somebody a commission
 * @param notified the orders that the staff were told of; one entry for each time
 * @param transactions what the TC keeps of anybody and has not finished
 * @param leftOver transactions that the TC has finished and failed to delete: it sets their status (Rollbacked or
 *     TimeoutRollbacked) and deletes them by another statement, and looks at them no more when it dies or its database is away in
 *     between. No branch waits for them
 * @param halfMessages half messages of anybody that the broker has no answer to; only known once nothing is under way, and
 *     empty where the broker was not asked
 * @param deadLetters unexplained dead letters of anybody, in words
 * @param refunds payments that are given back
 * @param timelines where a payment's timeline and its rows contradict each other, in words
 */
public record Snapshot(
        List<String> moneyEquations,
        List<String> stockEquations,
        List<String> otherEquations,
        List<PaymentRow> payments,
        List<OrderRow> orders,
        List<ReservationRow> reservations,
        List<String> tried,
        Set<String> inbox,
        List<String> credits,
        List<String> commissions,
        Set<String> referred,
        List<String> notified,
        List<String> transactions,
        List<String> leftOver,
        List<String> halfMessages,
        List<String> deadLetters,
        Refunding refunds,
        List<String> timelines) {

    /**
     * @param rows the refunds
     * @param taken the payments whose rewards are taken back; one entry for each time
     * @param notified the orders of whose refund the staff were told; one entry for each time
     * @param providerBooks where the provider's own books say another thing of a trade than ours, in words; only known once nothing
     *     is under way, and empty where the provider was not asked
     */
    public record Refunding(
            List<RefundRow> rows, List<String> taken, List<String> notified, List<String> providerBooks) {

        public static final Refunding NONE = new Refunding(List.of(), List.of(), List.of(), List.of());
    }

    /**
     * @param given whether given_at is set
     * @param goodsBack whether the goods had not left
     * @param seen whether its event came back
     */
    public record RefundRow(
            String id,
            String paymentId,
            String orderId,
            String key,
            String status,
            boolean given,
            boolean goodsBack,
            boolean seen) {}

    /**
     * @param paid whether paid_at is set
     * @param seen whether its event came back
     */
    public record PaymentRow(
            String id, String customerId, String orderId, String key, String status, boolean paid, boolean seen) {}

    /**
     * @param wasPaid whether paid_at is set
     * @param pieces of all its lines
     */
    public record OrderRow(
            String id, String customerId, String key, String status, boolean wasPaid, String paymentId, long pieces) {}

    /** What is reserved of one SKU by one XID. */
    public record ReservationRow(String orderId, String xid, String skuId, String state, long pieces) {}
}
