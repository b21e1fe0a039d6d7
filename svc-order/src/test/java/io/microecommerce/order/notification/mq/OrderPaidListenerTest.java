package io.microecommerce.order.notification.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffNotificationPage;
import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.order.MailServer;
import io.microecommerce.order.OrderService;
import io.microecommerce.order.notification.MailNotifications;
import io.microecommerce.service.mq.Events;
import io.microecommerce.service.tcc.ParticipantTestbed;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.rocketmq.common.message.MessageExt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderPaidListenerTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    private OrderPaidListener listener;
    private StaffNotificationFacade notifications;

    @BeforeEach
    void beans() {
        listener = testbed.bean(OrderPaidListener.class);
        notifications = testbed.bean(StaffNotificationFacade.class);
    }

    @Test
    void notifiesTheStaffOnceWhateverTheNumberOfDeliveries() {
        OrderPaid event = paid();

        deliver(event);
        deliver(event);
        // The same payment, reported by a later attempt's message.
        deliver(new OrderPaid(event.paymentId(), 2, event.orderId(), event.customerId(), event.amount()));
        testbed.together(List.of(() -> deliver(event), () -> deliver(event)))
                .forEach(end -> assertThat(end).isEmpty());

        assertThat(notifications.notifications(false, null, 100).items())
                .filteredOn(notification -> notification.subjectId().equals(event.orderId()))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.kind()).isEqualTo("ORDER_PAID");
                    assertThat(notification.text()).contains(event.orderId(), "CNY 307.00");
                    assertThat(notification.text()).doesNotContain(event.customerId());
                });
    }

    @Test
    void mailsAPaidOrderOnceWhateverTheNumberOfDeliveries() throws Exception {
        try (MailServer server = MailServer.start()) {
            OrderPaid event = paid();
            deliver(event);
            deliver(event);

            testbed.bean(MailNotifications.class).send();
            testbed.bean(MailNotifications.class).send();

            List<String> texts = new ArrayList<>();
            for (MimeMessage mail : server.inbox("packing@example.com")) {
                if (mail.getSubject().equals("Order paid: " + event.orderId())) {
                    texts.add(mail.getContent().toString());
                }
            }
            assertThat(texts)
                    .singleElement()
                    .asString()
                    .contains(event.orderId(), "CNY 307.00")
                    .doesNotContain(event.customerId());
        }
    }

    @Test
    void leavesAMessageItCannotReadToTheBrokersRetries() {
        assertThatThrownBy(() -> deliver("not an event".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void showsNotificationsTheNewestFirstPageByPage() {
        OrderPaid first = paid();
        OrderPaid second = paid();
        OrderPaid third = paid();
        List.of(first, second, third).forEach(this::deliver);

        StaffNotificationPage newest = notifications.notifications(false, null, 2);
        StaffNotificationPage next = notifications.notifications(false, newest.next(), 1);

        assertThat(newest.items())
                .extracting(StaffNotificationView::subjectId)
                .containsExactly(third.orderId(), second.orderId());
        assertThat(next.items()).extracting(StaffNotificationView::subjectId).containsExactly(first.orderId());
    }

    private static OrderPaid paid() {
        return new OrderPaid(
                UUID.randomUUID().toString(),
                1,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                new Money("CNY", 30_700));
    }

    private void deliver(OrderPaid event) {
        deliver(Events.write(event));
    }

    private void deliver(byte[] body) {
        MessageExt message = new MessageExt();
        message.setBody(body);
        listener.onMessage(message);
    }
}
