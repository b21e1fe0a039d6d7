package io.microecommerce.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of the rows that stand when a migration comes. */
class UpgradeTest {

    private static final String SCHEMA = "upgrade";

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    @BeforeEach
    void asItWasBefore() {
        migrateTo("1");
        order("pending", "PENDING_PAYMENT", "NULL, NULL, NULL, NULL, NULL");
        order("paying", "PAYING", "'xid-1', 'payment-1', NULL, NULL, NULL");
        order("paid", "PAID", "'xid-2', 'payment-2', '2026-03-01 10:05:00Z', NULL, NULL");
        order("unwanted", "CANCELLED", "NULL, NULL, NULL, '2026-03-01 10:06:00Z', 'BY_CUSTOMER'");
        order("unpaid", "CANCELLED", "NULL, NULL, NULL, '2026-03-01 10:30:00Z', 'PAYMENT_WINDOW_CLOSED'");
        update("INSERT INTO upgrade.staff_notification (id, kind, order_id, text)"
                + " VALUES ('notification-1', 'ORDER_PAID', 'paid', 'Order paid is paid.')");
    }

    @AfterEach
    void dropSchema() {
        update("DROP SCHEMA " + SCHEMA + " CASCADE");
    }

    @Test
    void givesOrdersTheHistoryThatCanBeTold() {
        migrateTo("2");

        assertThat(historyOf("pending")).containsExactly("1 null PENDING_PAYMENT CUSTOMER null 10:00");
        assertThat(historyOf("paying"))
                .hasSize(2)
                .startsWith("1 null PENDING_PAYMENT CUSTOMER null 10:00")
                .last()
                .asString()
                .startsWith("2 PENDING_PAYMENT PAYING PAYMENT payment-1");
        assertThat(historyOf("paid"))
                .containsExactly(
                        "1 null PENDING_PAYMENT CUSTOMER null 10:00",
                        "2 PENDING_PAYMENT PAYING PAYMENT payment-2 10:05",
                        "3 PAYING PAID PAYMENT payment-2 10:05");
        assertThat(historyOf("unwanted"))
                .containsExactly(
                        "1 null PENDING_PAYMENT CUSTOMER null 10:00",
                        "2 PENDING_PAYMENT CANCELLED CUSTOMER null 10:06");
        assertThat(historyOf("unpaid"))
                .containsExactly(
                        "1 null PENDING_PAYMENT CUSTOMER null 10:00", "2 PENDING_PAYMENT CANCELLED TIMER null 10:30");
        assertThat(texts("SELECT id FROM upgrade.orders WHERE history_length"
                        + " <> (SELECT max(seq) FROM upgrade.order_history WHERE order_id = id)"))
                .isEmpty();
    }

    @Test
    void keepsNotificationsUnreadUnmailedAndOnce() {
        migrateTo("2");

        assertThat(texts("SELECT concat_ws(' ', kind, subject_id, cause, read_at, mail_attempts, mail_next_at)"
                        + " FROM upgrade.staff_notification"))
                .containsExactly("ORDER_PAID paid paid 0");
        assertThat(testbed.jdbc()
                        .sql("INSERT INTO upgrade.staff_notification (id, kind, subject_id, cause, text)"
                                + " VALUES ('notification-2', 'ORDER_PAID', 'paid', 'paid', 'Again.')"
                                + " ON CONFLICT ON CONSTRAINT staff_notification_once DO NOTHING")
                        .update())
                .isZero();
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(testbed.bean(DataSource.class))
                .schemas(SCHEMA)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    /** @param outcome xid, payment_id, paid_at, cancelled_at, cancel_reason */
    private static void order(String id, String status, String outcome) {
        update("INSERT INTO upgrade.orders (id, customer_id, status, total_minor, currency, pay_by, idempotency_key,"
                + " request_hash, created_at, xid, payment_id, paid_at, cancelled_at, cancel_reason) VALUES ('" + id
                + "', 'alice', '" + status + "', 100, 'CNY', '2026-03-01 10:30:00Z', 'key-" + id
                + "', repeat('a', 64), '2026-03-01 10:00:00Z', " + outcome + ")");
    }

    private static List<String> historyOf(String orderId) {
        return texts("SELECT concat_ws(' ', seq, coalesce(from_status, 'null'), to_status, actor,"
                + " coalesce(actor_id, 'null'), to_char(at AT TIME ZONE 'UTC', 'HH24:MI'))"
                + " FROM upgrade.order_history WHERE order_id = '" + orderId + "' ORDER BY seq");
    }

    private static List<String> texts(String query) {
        return testbed.jdbc().sql(query).query(String.class).list();
    }

    private static void update(String statement) {
        testbed.jdbc().sql(statement).update();
    }
}
