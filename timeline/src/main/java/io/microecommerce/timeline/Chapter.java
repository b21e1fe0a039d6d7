package io.microecommerce.timeline;

import io.microecommerce.api.timeline.TimelineEntryView;
import io.microecommerce.api.timeline.TimelineQuestion;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one service's database remembers of an order. */
public enum Chapter {

    /** The journal of each payment, its ledger entries and fences. */
    PAYMENT(
            "svc-payment",
            "shop_payment",
            """
            , own AS (
                SELECT p.* FROM asked JOIN payment p ON p.order_id = asked.order_id
            ), tx AS (
                SELECT DISTINCT e.payment_id, e.attempt, e.xid FROM own JOIN payment_event e ON e.payment_id = own.id
                 WHERE e.xid IS NOT NULL
            )
            SELECT e.at, CASE WHEN e.status = 'AWAITING_PROVIDER' THEN 'OPENED_AT_PROVIDER' ELSE e.kind END, e.payment_id, e.attempt, e.xid, e.trace_id, e.seq, e.status, e.detail,
                   own.currency || ' ' || own.amount_minor
              FROM own JOIN payment_event e ON e.payment_id = own.id
            UNION ALL
            SELECT w.created_at, 'WALLET_ENTRY', own.id, own.attempt, own.xid, NULL, 0, NULL, w.kind,
                   own.currency || ' ' || w.amount_minor
              FROM own JOIN wallet_entry w ON w.cause = own.id
            UNION ALL
            SELECT w.created_at, 'WALLET_ENTRY', own.id, own.attempt, r.xid, NULL, 0, NULL, w.kind,
                   own.currency || ' ' || w.amount_minor
              FROM own JOIN refund r ON r.payment_id = own.id JOIN wallet_entry w ON w.cause = r.id
            UNION ALL
            SELECT f.at, f.kind, t.payment_id, t.attempt, t.xid, NULL, 0, NULL, f.subject, f.branch
              FROM tx t JOIN fence f ON f.xid = t.xid"""),

    /** The order's own history, the staff's notification, deliveries and fences. */
    ORDER(
            "svc-order",
            "shop_order",
            """
            , history AS (
                SELECT h.*, h.actor = 'PAYMENT' AS by_payment
                  FROM asked JOIN order_history h ON h.order_id = asked.order_id
            ), payments AS (
                SELECT unnest(payment_ids) AS id FROM asked UNION SELECT actor_id FROM history WHERE by_payment
            ), xids AS (
                SELECT unnest(xids) AS xid FROM asked UNION SELECT xid FROM history WHERE xid IS NOT NULL
            )
            SELECT h.at, CASE WHEN h.from_status IS NULL THEN 'ORDER_PLACED'
                              WHEN h.to_status = 'PAYING' THEN 'ORDER_HELD'
                              WHEN h.to_status = 'PENDING_PAYMENT' THEN 'ORDER_RELEASED'
                              WHEN h.actor = 'REFUND' AND h.to_status NOT IN ('REFUNDING', 'REFUNDED') THEN 'ORDER_KEPT'
                              ELSE 'ORDER_' || h.to_status END,
                   CASE WHEN by_payment THEN h.actor_id END, CAST(NULL AS integer), h.xid, CAST(NULL AS text), h.seq,
                   CAST(NULL AS text),
                   CASE h.actor WHEN 'STAFF' THEN 'the staff' || CASE WHEN asked.for_staff THEN ' (' || h.actor_id || ')'
                                                                      ELSE '' END
                                WHEN 'CUSTOMER' THEN 'the customer'
                                WHEN 'TIMER' THEN 'the end of its payment window'
                                WHEN 'REFUND' THEN h.to_status
                                ELSE 'its payment' END,
                   o.currency || ' ' || o.total_minor
              FROM asked CROSS JOIN history h JOIN orders o ON o.id = h.order_id
            UNION ALL
            SELECT n.created_at, CASE n.kind WHEN 'ORDER_PAID' THEN 'STAFF_NOTIFIED' ELSE 'STAFF_NOTIFIED_OF_REFUND' END,
                   o.payment_id, NULL, NULL, NULL, 0, NULL, n.kind, NULL
              FROM asked JOIN orders o ON o.id = asked.order_id
              JOIN staff_notification n ON n.kind IN ('ORDER_PAID', 'ORDER_REFUNDED') AND n.cause = o.id
            UNION ALL
            SELECT i.at, i.kind, p.id, NULL, NULL, NULL, 0, NULL, i.subject, i.times
              FROM payments p JOIN delivery i ON i.event_id = p.id
            UNION ALL
            SELECT f.at, f.kind, NULL, NULL, f.xid, NULL, 0, NULL, f.subject, f.branch
              FROM xids x JOIN fence f ON f.xid = x.xid"""),

    /** What was reserved, sold and released, and fences. */
    STOCK(
            "svc-product",
            "shop_product",
            """
            , sales AS (
                SELECT unnest(xids) AS xid FROM asked
            ), xids AS (
                SELECT xid FROM sales
                 UNION
                SELECT r.refund_xid FROM sales s JOIN stock_reservation r ON r.xid = s.xid WHERE r.refund_xid IS NOT NULL
            )
            SELECT m.at, m.kind, CAST(NULL AS text), CAST(NULL AS integer), m.xid, CAST(NULL AS text), 0, CAST(NULL AS text),
                   r.sku_id, CAST(r.quantity AS text)
              FROM sales s JOIN stock_reservation r ON r.xid = s.xid
             CROSS JOIN LATERAL (SELECT r.created_at AS at, 'STOCK_RESERVED' AS kind, r.xid AS xid
                                 UNION ALL
                                 SELECT r.updated_at,
                                        CASE r.state WHEN 'RELEASED' THEN 'STOCK_RELEASED' ELSE 'STOCK_SOLD' END, r.xid
                                  WHERE r.state <> 'HELD'
                                 UNION ALL
                                 SELECT r.refund_at, 'STOCK_' || r.state, r.refund_xid
                                  WHERE r.state IN ('RETURNING', 'RETURNED')) m
            UNION ALL
            SELECT f.at, f.kind, NULL, NULL, f.xid, NULL, 0, NULL, f.subject, f.branch
              FROM xids x JOIN fence f ON f.xid = x.xid"""),

    /** Credit, commission, deliveries, and what refunds claim back, with fences. The referrer is nobody to the order's owner: only staff see the commission. */
    CUSTOMER(
            "svc-customer",
            "shop_customer",
            """
            , payments AS (
                SELECT unnest(payment_ids) AS id FROM asked
            ), claims AS (
                SELECT r.* FROM payments p JOIN reward_claim r ON r.payment_id = p.id
            )
            SELECT c.created_at, CASE c.kind WHEN 'AWARD' THEN 'CREDIT_ENTRY' ELSE 'CREDIT_TAKEN_BACK' END, p.id, CAST(NULL AS integer),
                   CAST(NULL AS text), CAST(NULL AS text), 0, CAST(NULL AS text), c.kind, CAST(c.points AS text)
              FROM payments p JOIN credit_entry c ON c.cause = p.id
            UNION ALL
            SELECT c.created_at, CASE c.kind WHEN 'AWARD' THEN 'COMMISSION_ENTRY' ELSE 'COMMISSION_TAKEN_BACK' END, p.id, NULL, NULL, NULL, 0, NULL, c.customer_id,
                   c.currency || ' ' || c.amount_minor
              FROM asked CROSS JOIN payments p JOIN commission_entry c ON c.cause = p.id
             WHERE asked.for_staff
            UNION ALL
            SELECT m.at, m.kind, c.payment_id, NULL, c.xid, NULL, 0, NULL, NULL, NULL
              FROM claims c
             CROSS JOIN LATERAL (SELECT c.created_at AS at, 'REWARDS_MARKED' AS kind
                                 UNION ALL
                                 SELECT c.updated_at, 'REWARDS_' || c.state WHERE c.state <> 'MARKED') m
            UNION ALL
            SELECT f.at, f.kind, c.payment_id, NULL, f.xid, NULL, 0, NULL, f.subject, f.branch
              FROM claims c JOIN fence f ON f.xid = c.xid
            UNION ALL
            SELECT i.at, i.kind, p.id, NULL, NULL, NULL, 0, NULL, i.subject, i.times
              FROM payments p JOIN delivery i ON i.event_id = p.id""");

    /** What was asked, and what several databases have: Seata's fence, whose times are those of our own clock and zone. */
    private static final String ASKED =
            """
            WITH asked AS (
                SELECT CAST(? AS text) AS order_id, CAST(? AS text[]) AS payment_ids, CAST(? AS text[]) AS xids,
                       CAST(? AS boolean) AS for_staff
            )""";

    private static final String FENCE =
            """
            , fence AS (
                SELECT f.xid, f.action_name AS subject, CAST(f.branch_id AS text) AS branch, m.at, m.kind
                  FROM tcc_fence_log f
                 CROSS JOIN LATERAL (
                       SELECT CAST(f.gmt_create AS timestamptz) AS at, 'BRANCH_TRIED' AS kind WHERE f.status IN (1, 2, 3)
                       UNION ALL
                       SELECT CAST(f.gmt_modified AS timestamptz),
                              CASE f.status WHEN 2 THEN 'BRANCH_COMMITTED' WHEN 3 THEN 'BRANCH_ROLLED_BACK'
                                            ELSE 'BRANCH_SUSPENDED' END
                        WHERE f.status <> 1) m
            )""";

    /** The inbox counts deliveries: of those after the first it remembers how many and the last. */
    private static final String DELIVERY =
            """
            , delivery AS (
                SELECT i.event_id, i.kind AS subject, CAST(i.deliveries AS text) AS times, m.at, m.kind
                  FROM inbox i
                 CROSS JOIN LATERAL (
                       SELECT i.applied_at AS at, 'EVENT_APPLIED' AS kind
                       UNION ALL
                       SELECT i.last_delivered_at, 'EVENT_REPEATED' WHERE i.deliveries > 1) m
            )""";

    private static final Pattern MINOR_UNITS = Pattern.compile("([A-Z]{3}) (-?)(\\d+)");

    private final String service;
    private final String database;
    private final String sql;

    Chapter(String service, String database, String sql) {
        this.service = service;
        this.database = database;
        this.sql = sql;
    }

    /** Who tells it, and its group in Dubbo. */
    public String service() {
        return service;
    }

    public String database() {
        return database;
    }

    /** Reads the chapter from its database, in one statement and so as of one moment. */
    public List<TimelineEntryView> read(Connection connection, TimelineQuestion question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(statement())) {
            statement.setString(1, question.orderId());
            statement.setArray(
                    2, connection.createArrayOf("text", question.paymentIds().toArray()));
            statement.setArray(
                    3, connection.createArrayOf("text", question.xids().toArray()));
            statement.setBoolean(4, question.forStaff());
            try (ResultSet rows = statement.executeQuery()) {
                List<TimelineEntryView> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(entry(rows));
                }
                return entries;
            }
        }
    }

    private String statement() {
        return ASKED + FENCE + (this == CUSTOMER || this == ORDER ? DELIVERY : "") + sql + " ORDER BY 1, 7, 2";
    }

    private TimelineEntryView entry(ResultSet row) throws SQLException {
        String kind = row.getString(2);
        int attempt = row.getInt(4);
        @Nullable Integer known = row.wasNull() ? null : Integer.valueOf(attempt);
        @Nullable String xid = row.getString(5);
        String text = Happening.of(kind)
                .text(
                        attempt,
                        Objects.requireNonNullElse(xid, ""),
                        Objects.requireNonNullElse(row.getString(9), ""),
                        readable(Objects.requireNonNullElse(row.getString(10), "")));
        return new TimelineEntryView(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                service,
                kind,
                row.getString(3),
                known,
                xid,
                row.getString(6),
                row.getInt(7),
                row.getString(8),
                text);
    }

    /** Minor units with their currency as people write them; anything else as it is. */
    private static String readable(String amount) {
        Matcher money = MINOR_UNITS.matcher(amount);
        if (!money.matches()) {
            return amount;
        }
        return money.group(1)
                + " "
                + money.group(2)
                + new BigDecimal(money.group(3)).movePointLeft(2).toPlainString();
    }
}
