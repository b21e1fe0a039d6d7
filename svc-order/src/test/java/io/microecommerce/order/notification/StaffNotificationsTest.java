package io.microecommerce.order.notification;

import static io.microecommerce.order.purchase.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.order.NotifyStaffCommand;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffNotificationPage;
import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.order.OrderService;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the staff read, and what other services have them told, at the facade and on the real database. */
class StaffNotificationsTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    private final String sku = UUID.randomUUID().toString();
    private StaffNotificationFacade notifications;

    @BeforeEach
    void facade() {
        notifications = testbed.bean(StaffNotificationFacade.class);
    }

    @Test
    void tellsThatMoneyGoesBackOnce() {
        NotifyStaffCommand goesBack =
                new NotifyStaffCommand("MONEY_GOES_BACK", sku, sku + "-back", "It was captured late.");
        notifications.notifyStaff(goesBack);
        notifications.notifyStaff(goesBack);

        assertThat(notifications.notifications(false, null, 100).items())
                .filteredOn(notification -> notification.subjectId().equals(sku))
                .singleElement()
                .satisfies(notification -> assertThat(notification.kind()).isEqualTo("MONEY_GOES_BACK"));
    }

    @Test
    void tellsTheStaffOnceForAKindAndCauseHoweverOftenItIsSent() {
        Runnable send = () -> notifications.notifyStaff(lowStock("receipt-1"));

        send.run();
        send.run();
        assertThat(testbed.together(Collections.nCopies(10, send))).allMatch(Optional::isEmpty);
        notifications.notifyStaff(lowStock("receipt-2"));

        assertThat(ofSku(false)).hasSize(2).allSatisfy(notification -> {
            assertThat(notification.kind()).isEqualTo("LOW_STOCK");
            assertThat(notification.text()).isEqualTo("Only 3 pieces are left.");
            assertThat(notification.readAt()).isNull();
            assertThat(notification.readBy()).isNull();
        });
    }

    @Test
    void refusesWhatIsNoNotificationOfAnotherService() {
        assertRefused(
                ErrorCode.INVALID_FIELD,
                () -> notifications.notifyStaff(new NotifyStaffCommand("ORDER_PAID", sku, sku, "It is paid.")));
        assertRefused(
                ErrorCode.INVALID_FIELD,
                () -> notifications.notifyStaff(new NotifyStaffCommand("RAIN", sku, sku, "It rains.")));
        assertRefused(
                ErrorCode.INVALID_FIELD,
                () -> notifications.notifyStaff(new NotifyStaffCommand("LOW_STOCK", sku, sku, "Zero\0")));
        assertRefused(
                ErrorCode.INVALID_FIELD,
                () -> notifications.notifyStaff(new NotifyStaffCommand("LOW_STOCK", sku, "zero\0", "Zero")));
    }

    @Test
    void isReadByTheFirstWhoDoes() {
        notifications.notifyStaff(lowStock("receipt-1"));
        String id = ofSku(true).get(0).id();

        StaffNotificationView read = notifications.markRead(id, "staff-1");
        assertThat(read.readBy()).isEqualTo("staff-1");
        assertThat(read.readAt()).isNotNull();
        assertThat(notifications.markRead(id, "staff-2")).isEqualTo(read);

        assertThat(ofSku(true)).isEmpty();
        assertThat(ofSku(false)).containsExactly(read);
        assertRefused(ErrorCode.NOTIFICATION_NOT_FOUND, () -> notifications.markRead("no-such", "staff-1"));
        assertRefused(ErrorCode.INVALID_FIELD, () -> notifications.markRead("no such", "staff-1"));
        assertRefused(ErrorCode.INVALID_FIELD, () -> notifications.markRead(id, ""));
    }

    @Test
    void hasOneReaderHoweverManyReadAtOnce() {
        notifications.notifyStaff(lowStock("receipt-1"));
        String id = ofSku(true).get(0).id();
        List<StaffNotificationView> answers = Collections.synchronizedList(new ArrayList<>());
        List<Runnable> readers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String reader = "staff-" + i;
            readers.add(() -> answers.add(notifications.markRead(id, reader)));
        }

        assertThat(testbed.together(readers)).allMatch(Optional::isEmpty);

        assertThat(answers).hasSize(10).containsOnly(answers.get(0));
    }

    @Test
    void pagesThroughTheUnreadOnes() {
        List<String> unread = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            notifications.notifyStaff(lowStock("receipt-" + i));
            String id = ofSku(false).get(0).id();
            if (i % 2 == 0) {
                notifications.markRead(id, "staff-1");
            } else {
                unread.add(0, id);
            }
        }

        StaffNotificationPage first = notifications.notifications(true, null, 2);
        StaffNotificationPage second = notifications.notifications(true, first.next(), 1);

        assertThat(first.items()).extracting(StaffNotificationView::id).containsExactlyElementsOf(unread.subList(0, 2));
        assertThat(second.items()).extracting(StaffNotificationView::id).containsExactly(unread.get(2));
    }

    @Test
    void tellsWhatCameSinceAMomentTheOldestFirst() {
        notifications.notifyStaff(lowStock("receipt-1"));
        Instant moment = ofSku(false).get(0).createdAt();
        notifications.notifyStaff(lowStock("receipt-2"));
        notifications.notifyStaff(lowStock("receipt-3"));
        List<String> newestFirst =
                ofSku(false).stream().map(StaffNotificationView::id).toList();

        assertThat(notifications.since(moment, 3))
                .extracting(StaffNotificationView::id)
                .containsExactly(newestFirst.get(2), newestFirst.get(1), newestFirst.get(0));
        assertThat(notifications.since(moment, 1))
                .extracting(StaffNotificationView::id)
                .containsExactly(newestFirst.get(2));
        assertThat(notifications.since(moment.plusNanos(1), 2))
                .extracting(StaffNotificationView::id)
                .containsExactly(newestFirst.get(1), newestFirst.get(0));
        assertThat(notifications.since(Instant.MAX, 10)).isEmpty();
        assertThat(notifications.since(Instant.MIN, 1)).hasSize(1);
        assertRefused(ErrorCode.INVALID_FIELD, () -> notifications.since(moment, 101));
        assertRefused(ErrorCode.INVALID_FIELD, () -> notifications.since(moment, 0));
    }

    private NotifyStaffCommand lowStock(String cause) {
        return new NotifyStaffCommand("LOW_STOCK", sku, sku + " " + cause, "Only 3 pieces are left.");
    }

    private List<StaffNotificationView> ofSku(boolean unreadOnly) {
        return notifications.notifications(unreadOnly, null, 100).items().stream()
                .filter(notification -> notification.subjectId().equals(sku))
                .toList();
    }
}
