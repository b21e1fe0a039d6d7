package io.microecommerce.order.notification.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.deadletter.DeadLetterView.Applied;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.api.payment.OrderRefunded;
import io.microecommerce.order.OrderService;
import io.microecommerce.service.mq.Events;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.rocketmq.common.message.MessageExt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderRefundedListenerTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    @Test
    void notifiesTheStaffOnceWhateverTheNumberOfDeliveries() {
        OrderRefunded event = refunded(1, false);
        assertThat(applied(event)).isEqualTo(Applied.NO);

        deliver(event);
        deliver(event);
        testbed.together(List.of(() -> deliver(event), () -> deliver(event)))
                .forEach(end -> assertThat(end).isEmpty());

        assertThat(notificationsOf(event)).singleElement().satisfies(notification -> {
            assertThat(notification.kind()).isEqualTo("ORDER_REFUNDED");
            assertThat(notification.text())
                    .contains(event.orderId(), "CNY 307.00", "Do not ship it")
                    .doesNotContain(event.customerId());
        });
        assertThat(applied(event)).isEqualTo(Applied.YES);
    }

    @Test
    void tellsOfGoodsThatAreOut() {
        OrderRefunded event = refunded(1, true);

        deliver(event);

        assertThat(notificationsOf(event)).singleElement().satisfies(notification -> assertThat(notification.text())
                .contains("take them in by a receipt"));
    }

    @Test
    void leavesAMessageItCannotReadToTheBrokersRetries() {
        assertThatThrownBy(() -> listener().onMessage(message("not an event".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(RuntimeException.class);
    }

    private static List<StaffNotificationView> notificationsOf(OrderRefunded event) {
        return testbed.bean(StaffNotificationFacade.class).notifications(false, null, 100).items().stream()
                .filter(notification -> notification.subjectId().equals(event.orderId()))
                .toList();
    }

    private static OrderRefunded refunded(int attempt, boolean goodsAreOut) {
        return new OrderRefunded(
                UUID.randomUUID().toString(),
                attempt,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                new Money("CNY", 30_700),
                goodsAreOut);
    }

    private static OrderRefundedListener listener() {
        return testbed.bean(OrderRefundedListener.class);
    }

    private static Applied applied(OrderRefunded event) {
        return listener().evidence(message(Events.write(event))).applied();
    }

    private static void deliver(OrderRefunded event) {
        listener().onMessage(message(Events.write(event)));
    }

    private static MessageExt message(byte[] body) {
        MessageExt message = new MessageExt();
        message.setBody(body);
        return message;
    }
}
