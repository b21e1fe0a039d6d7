package io.microecommerce.e2e.faults;

import io.microecommerce.order.purchase.Orders;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mutations of the order's Confirm and Cancel. */
@AutoConfiguration
@ConditionalOnClass(name = "io.microecommerce.order.purchase.Orders")
public class OrderFaults {

    private static final FaultFolder FOLDER = FaultFolder.ofThisProcess();

    @Bean
    static Interception orderMutations(BeanFactory beans) {
        return new Interception(Orders.class, call -> switch (call.getMethod().getName()) {
            case "confirm" -> FOLDER.isOn(Mutation.CONFIRM_REFUSES) ? false : call.proceed();
            case "release" ->
                FOLDER.isOn(Mutation.CANCEL_WITHOUT_XID)
                        ? releaseWhoeverHolds(beans.getBean(JdbcClient.class), (String) call.getArguments()[0])
                        : call.proceed();
            default -> call.proceed();
        });
    }

    /** As Orders.release, without its condition on the XID. */
    private static boolean releaseWhoeverHolds(JdbcClient jdbc, String orderId) {
        return jdbc.sql(
                                """
                                WITH moved AS (
                                    UPDATE orders SET status = 'PENDING_PAYMENT', history_length = history_length + 1,
                                           xid = NULL, payment_id = NULL
                                     WHERE id = :id AND status = 'PAYING'
                                    RETURNING id, history_length,
                                        (SELECT held.payment_id FROM orders held WHERE held.id = orders.id) AS actor_id)
                                INSERT INTO order_history (order_id, seq, from_status, to_status, actor, actor_id)
                                SELECT id, history_length, 'PAYING', 'PENDING_PAYMENT', 'PAYMENT', actor_id FROM moved""")
                        .param("id", orderId)
                        .update()
                == 1;
    }
}
