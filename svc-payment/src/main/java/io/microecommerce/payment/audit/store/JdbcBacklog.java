package io.microecommerce.payment.audit.store;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.api.payment.OrderRefunded;
import io.microecommerce.payment.audit.Backlog;
import io.microecommerce.payment.pay.PayTransaction;
import io.microecommerce.payment.refund.RefundTransaction;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A refund sends its half message as soon as its row stands, and does not journal that; a payment may wait for a thread. */
@Repository
class JdbcBacklog implements Backlog {

    private static final String AGE = "floor(extract(epoch FROM now() - min(since)))::bigint";

    private final JdbcClient jdbc;

    JdbcBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Open> halfMessages() {
        return List.of(
                open(
                        OrderPaid.TAG,
                        """
                        SELECT max(e.at) AS since FROM payment p
                          JOIN payment_event e ON e.payment_id = p.id AND e.attempt = p.attempt AND e.kind = 'HALF_SENT'
                         WHERE p.status IN ('INITIATED', 'HELD') GROUP BY p.id"""),
                open(
                        OrderRefunded.TAG,
                        "SELECT updated_at AS since FROM refund WHERE status IN ('INITIATED', 'HELD')"));
    }

    @Override
    public List<Open> transactions() {
        return List.of(
                open(PayTransaction.NAME, "SELECT updated_at AS since FROM payment WHERE status = 'HELD'"),
                open(RefundTransaction.NAME, "SELECT updated_at AS since FROM refund WHERE status = 'HELD'"));
    }

    private Open open(String kind, String rows) {
        return jdbc.sql("SELECT count(*) AS open, coalesce(" + AGE + ", 0) AS oldest FROM (" + rows + ") AS under_way")
                .query((row, number) -> new Open(kind, row.getLong("open"), Math.max(0, row.getLong("oldest"))))
                .single();
    }
}
