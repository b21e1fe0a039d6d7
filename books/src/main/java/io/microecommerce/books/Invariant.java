package io.microecommerce.books;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that holds in one service's database. The services check their own while they run, and {@code ./shop check} checks
 * all of them past the services.
 *
 * @param service whose database it is
 * @param name for programs; never changes
 * @param states what it says, to people
 * @param violations a query that reads, and whose rows each describe one violation in words, in their only column
 */
public record Invariant(String service, String name, String states, String violations) {

    /** Hold at any moment, also under load, because what changes one side changes the other in the same transaction. */
    public static final List<Invariant> EQUATIONS = List.of(
            new Invariant(
                    "svc-payment",
                    "wallet_is_its_entries",
                    "every wallet equals the sum of its entries",
                    """
                    SELECT format('The wallet of customer %s holds %s + %s, its entries sum up to %s.',
                                  w.customer_id, w.available_minor, w.frozen_minor, coalesce(e.minor, 0))
                      FROM wallet w
                      LEFT JOIN (SELECT customer_id, sum(amount_minor) AS minor FROM wallet_entry GROUP BY customer_id) e
                           USING (customer_id)
                     WHERE w.available_minor + w.frozen_minor <> coalesce(e.minor, 0)"""),
            new Invariant(
                    "svc-payment",
                    "frozen_money_is_held",
                    "the frozen money of every customer is what their payments hold",
                    """
                    SELECT format('Customer %s has %s frozen, payments hold %s.',
                                  coalesce(w.customer_id, p.customer_id), coalesce(w.frozen_minor, 0), coalesce(p.minor, 0))
                      FROM wallet w
                      FULL JOIN (SELECT customer_id, sum(amount_minor) AS minor FROM payment
                                  WHERE status = 'HELD' AND method = 'BALANCE' GROUP BY customer_id) p USING (customer_id)
                     WHERE coalesce(w.frozen_minor, 0) <> coalesce(p.minor, 0)"""),
            new Invariant(
                    "svc-payment",
                    "payment_has_its_entry",
                    "every payment from a wallet has its entry, and every such entry its paid payment",
                    """
                    SELECT format('Payment %s is %s over %s, its wallet entry is %s.',
                                  coalesce(p.id, e.cause), coalesce(p.status, 'unknown'), p.amount_minor, e.amount_minor)
                      FROM (SELECT * FROM payment WHERE status = 'PAID' AND method = 'BALANCE') p
                      FULL JOIN (SELECT * FROM wallet_entry WHERE kind = 'PAYMENT') e ON e.cause = p.id
                     WHERE p.id IS NULL OR e.cause IS NULL OR e.amount_minor <> -p.amount_minor"""),
            new Invariant(
                    "svc-payment",
                    "captured_money_is_placed",
                    "what a provider has captured is where the payment or the top-up says that it is",
                    """
                    SELECT format('Charge %s for a %s is %s over %s, its payment is %s and its top-up %s.',
                                  c.id, c.purpose, c.state, c.captured_minor, coalesce(p.status, 'none'), coalesce(t.status, 'none'))
                      FROM (SELECT * FROM charge WHERE purpose <> 'UNKNOWN') c
                      FULL JOIN (SELECT * FROM payment WHERE method = 'WECHAT') p ON p.id = c.id
                      LEFT JOIN top_up t ON t.id = c.id
                     WHERE c.id IS NULL OR NOT CASE c.purpose
                           WHEN 'PAYMENT' THEN CASE p.status
                                WHEN 'AWAITING_PROVIDER' THEN c.state = 'OPEN'
                                WHEN 'CLOSED' THEN c.state = CASE WHEN p.captured_at IS NULL THEN 'CLOSED' ELSE 'RETURNED' END
                                WHEN 'HELD' THEN c.state = 'FROZEN'
                                WHEN 'PAID' THEN c.state = 'SPENT'
                                WHEN 'REFUSED' THEN c.state = 'RETURNED'
                                ELSE c.state = 'CAPTURED' END
                           ELSE c.state = CASE t.status WHEN 'AWAITING_PROVIDER' THEN 'OPEN' WHEN 'CREDITED' THEN 'CREDITED'
                                WHEN 'REFUSED' THEN 'RETURNED' ELSE 'CLOSED' END END"""),
            new Invariant(
                    "svc-payment",
                    "top_up_has_its_entry",
                    "every top-up that was credited has its wallet entry",
                    """
                    SELECT format('Top-up %s over %s is credited, its wallet entry is %s.', c.id, c.captured_minor, e.amount_minor)
                      FROM charge c
                      LEFT JOIN wallet_entry e ON e.cause = c.id AND e.kind = 'TOP_UP' AND e.customer_id = c.customer_id
                     WHERE c.state = 'CREDITED' AND e.amount_minor IS DISTINCT FROM c.captured_minor"""),
            new Invariant(
                    "svc-payment",
                    "provider_pays_back_what_it_took",
                    "no more goes back through a provider than it has captured, and all of what buys nothing",
                    """
                    SELECT format('Of charge %s (%s) over %s goes back %s.',
                                  c.id, c.state, coalesce(c.captured_minor, 0), coalesce(r.minor, 0))
                      FROM charge c
                      LEFT JOIN (SELECT charge_id, sum(amount_minor) AS minor FROM provider_refund GROUP BY charge_id) r
                           ON r.charge_id = c.id
                     WHERE NOT CASE c.state WHEN 'RETURNED' THEN r.minor IS NOT DISTINCT FROM c.captured_minor
                                            WHEN 'SPENT' THEN coalesce(r.minor, 0) <= c.captured_minor
                                            ELSE r.minor IS NULL END"""),
            new Invariant(
                    "svc-payment",
                    "refund_has_its_money",
                    "every refund that is given has its money in the wallet or at the provider, and nothing else goes back as one",
                    """
                    SELECT format('Refund %s of payment %s is %s over %s, its wallet entry is %s, through the provider go %s.',
                                  coalesce(r.id, m.cause), r.payment_id, coalesce(r.status, 'unknown'), r.amount_minor,
                                  m.in_wallet, m.at_provider)
                      FROM (SELECT * FROM refund WHERE given_at IS NOT NULL) r
                      FULL JOIN (SELECT coalesce(w.cause, b.id) AS cause, w.amount_minor AS in_wallet, b.amount_minor AS at_provider
                                   FROM (SELECT * FROM wallet_entry WHERE kind = 'REFUND') w
                                   FULL JOIN (SELECT * FROM provider_refund WHERE cause = 'REFUND') b ON b.id = w.cause) m
                           ON m.cause = r.id
                     WHERE r.id IS NULL
                        OR m.in_wallet IS DISTINCT FROM CASE r.method WHEN 'BALANCE' THEN r.amount_minor END
                        OR m.at_provider IS DISTINCT FROM CASE r.method WHEN 'WECHAT' THEN r.amount_minor END"""),
            new Invariant(
                    "svc-payment",
                    "payment_given_back_once",
                    "no payment is given back more than once, nor for more than it took",
                    """
                    SELECT format('Payment %s (%s) over %s was refunded with %s.', p.id, p.status, p.amount_minor, r.minor)
                      FROM payment p
                      JOIN (SELECT payment_id, sum(amount_minor) AS minor FROM refund WHERE given_at IS NOT NULL
                             GROUP BY payment_id) r ON r.payment_id = p.id
                     WHERE p.status <> 'PAID' OR r.minor > p.amount_minor"""),
            new Invariant(
                    "svc-product",
                    "stock_is_its_movements",
                    "available + frozen + sold of every SKU is what was received and corrected",
                    """
                    SELECT format('SKU %s has %s available and %s reserved or sold, its movements sum up to %s.',
                                  s.sku_id, s.available, coalesce(r.pieces, 0), coalesce(m.pieces, 0))
                      FROM sku_stock s
                      LEFT JOIN (SELECT sku_id, sum(quantity) AS pieces FROM stock_movement GROUP BY sku_id) m USING (sku_id)
                      LEFT JOIN (SELECT sku_id, sum(quantity) AS pieces FROM stock_reservation
                                  WHERE state IN ('HELD', 'SOLD', 'RETURNING') GROUP BY sku_id) r USING (sku_id)
                     WHERE s.available + coalesce(r.pieces, 0) <> coalesce(m.pieces, 0)"""),
            new Invariant(
                    "svc-order",
                    "history_ends_at_the_order",
                    "the history of every order ends where the order stands",
                    """
                    SELECT format('Order %s is %s, its history ends at %s.', o.id, o.status, coalesce(h.to_status, 'nothing'))
                      FROM orders o
                      LEFT JOIN (SELECT DISTINCT ON (order_id) order_id, to_status FROM order_history
                                  ORDER BY order_id, seq DESC) h ON h.order_id = o.id
                     WHERE h.to_status IS DISTINCT FROM o.status"""),
            new Invariant(
                    "svc-customer",
                    "reward_is_one_events_work",
                    "every credit and commission entry is the work of one event",
                    """
                    SELECT format('Payment %s has a %s entry and no inbox row for it.', e.cause, e.ledger)
                      FROM (SELECT cause, 'CREDIT' AS ledger FROM credit_entry
                             UNION ALL SELECT cause, 'COMMISSION' FROM commission_entry) e
                     WHERE NOT EXISTS (SELECT 1 FROM inbox i WHERE i.event_id = e.cause AND i.kind = e.ledger)"""));

    /** Say that nothing is left lying. What is under way breaks none, but a server that is away for long breaks some. */
    public static final List<Invariant> DEADLINES = List.of(
            new Invariant(
                    "svc-payment",
                    "payment_is_decided",
                    "no payment is under way for more than 10 minutes past its time",
                    """
                    SELECT format('Payment %s is %s since %s.', id, status, updated_at) FROM payment
                     WHERE status IN ('INITIATED', 'HELD') AND decide_by < now() - interval '10 minutes'"""),
            new Invariant(
                    "svc-payment",
                    "payment_event_is_delivered",
                    "the event of every paid payment is delivered within 10 minutes",
                    """
                    SELECT format('Payment %s is paid since %s, its event did not come back.', id, paid_at) FROM payment
                     WHERE paid_at < now() - interval '10 minutes' AND event_seen_at IS NULL"""),
            new Invariant(
                    "svc-payment",
                    "refund_event_is_delivered",
                    "the event of every refund is delivered within 10 minutes",
                    """
                    SELECT format('Refund %s is given since %s, its event did not come back.', id, given_at) FROM refund
                     WHERE given_at < now() - interval '10 minutes' AND event_seen_at IS NULL"""),
            new Invariant(
                    "svc-payment",
                    "captured_money_is_used",
                    "no captured money lies about for more than 10 minutes",
                    """
                    SELECT format('Charge %s for a %s is %s since %s.', id, purpose, state, captured_at) FROM charge
                     WHERE state IN ('CAPTURED', 'FROZEN') AND captured_at < now() - interval '10 minutes'"""),
            new Invariant(
                    "svc-order",
                    "order_is_not_held",
                    "no order is held by a payment for more than 10 minutes",
                    """
                    SELECT format('Order %s is PAYING since %s.', o.id, h.at) FROM orders o
                      JOIN order_history h ON h.order_id = o.id AND h.seq = o.history_length
                     WHERE o.status = 'PAYING' AND h.at < now() - interval '10 minutes'"""),
            new Invariant(
                    "svc-order",
                    "unpaid_order_is_cancelled",
                    "every unpaid order is cancelled within 10 minutes of the end of its payment window",
                    """
                    SELECT format('Order %s could be paid until %s.', id, pay_by) FROM orders
                     WHERE status = 'PENDING_PAYMENT' AND pay_by < now() - interval '10 minutes'"""),
            new Invariant(
                    "svc-product",
                    "stock_is_not_held",
                    "no stock is held by a payment for more than 10 minutes",
                    """
                    SELECT format('%s of SKU %s are held for order %s since %s.', quantity, sku_id, order_id, created_at)
                      FROM stock_reservation
                     WHERE state = 'HELD' AND created_at < now() - interval '10 minutes'"""));

    /** What a service can check in its own database; nothing for one that has none. */
    public static List<Invariant> of(String service) {
        return Stream.concat(EQUATIONS.stream(), DEADLINES.stream())
                .filter(invariant -> invariant.service.equals(service))
                .toList();
    }

    /** The service's own database. */
    public String database() {
        return service.replace("svc-", "shop_");
    }
}
