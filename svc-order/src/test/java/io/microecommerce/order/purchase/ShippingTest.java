package io.microecommerce.order.purchase;

import static io.microecommerce.order.purchase.Examples.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.order.OrderPaymentFacade;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.api.order.ShipOrderCommand;
import io.microecommerce.api.order.StaffOrderFacade;
import io.microecommerce.order.OrderService;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the staff do with orders, at their facade and on the real database. */
class ShippingTest {

    private static final String STAFF = "staff-1";

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    private StaffOrderFacade staff;
    private PlacedOrders placed;

    @BeforeEach
    void facades() {
        staff = testbed.bean(StaffOrderFacade.class);
        placed = new PlacedOrders(testbed);
    }

    @Test
    void shipsThenCompletes() {
        String orderId = placed.paid(ALICE);

        OrderView shipped = staff.ship(parcel(orderId, "SF-1"));
        assertThat(shipped.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(shipped.shipment().carrier()).isEqualTo("SF Express");
        assertThat(shipped.shipment().trackingNumber()).isEqualTo("SF-1");
        assertThat(shipped.shipment().shippedAt()).isNotNull();
        assertThat(shipped.completedAt()).isNull();

        OrderView completed = staff.complete(orderId, STAFF);
        assertThat(completed.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(completed.completedAt()).isNotNull();
        assertThat(completed.shipment()).isEqualTo(shipped.shipment());
        assertThat(completed.paidAt()).isNotNull();
        assertThat(completed.history())
                .extracting(OrderView.Transition::to)
                .containsExactly(
                        OrderStatus.PENDING_PAYMENT,
                        OrderStatus.PAYING,
                        OrderStatus.PAID,
                        OrderStatus.SHIPPED,
                        OrderStatus.COMPLETED);
        assertThat(completed.history())
                .extracting(OrderView.Transition::actor)
                .containsExactly("CUSTOMER", "PAYMENT", "PAYMENT", "STAFF", "STAFF");
        assertThat(completed.history().get(0).from()).isNull();
    }

    @Test
    void theSameShipmentAgainChangesNothingAndAnotherIsRefused() {
        String orderId = placed.paid(ALICE);
        OrderView shipped = staff.ship(parcel(orderId, "SF-1"));

        assertThat(staff.ship(parcel(orderId, "SF-1"))).isEqualTo(shipped);
        assertRefused(ErrorCode.ORDER_ALREADY_SHIPPED, () -> staff.ship(parcel(orderId, "SF-2")));
        assertRefused(
                ErrorCode.ORDER_ALREADY_SHIPPED,
                () -> staff.ship(new ShipOrderCommand(orderId, "Another", "SF-1", STAFF)));

        OrderView completed = staff.complete(orderId, STAFF);
        assertThat(staff.ship(parcel(orderId, "SF-1"))).isEqualTo(completed);
        assertRefused(ErrorCode.ORDER_ALREADY_SHIPPED, () -> staff.ship(parcel(orderId, "SF-2")));
        assertThat(staff.complete(orderId, "staff-2")).isEqualTo(completed);
    }

    @Test
    void refusesToShipWhatIsNotPaidOrCancelledOrHasNoAddress() {
        assertRefused(ErrorCode.ORDER_NOT_FOUND, () -> staff.ship(parcel("no-such-order", "SF-1")));
        assertRefused(ErrorCode.ORDER_NOT_PAID, () -> staff.ship(parcel(placed.pending(ALICE), "SF-1")));
        assertRefused(ErrorCode.ORDER_NOT_PAID, () -> staff.ship(parcel(placed.paying(ALICE), "SF-1")));
        assertRefused(ErrorCode.ORDER_CANCELLED, () -> staff.ship(parcel(placed.cancelled(ALICE), "SF-1")));
        assertRefused(
                ErrorCode.ORDER_WITHOUT_ADDRESS,
                () -> staff.ship(parcel(placed.withoutAddress(placed.paid(ALICE)), "SF-1")));
        assertRefused(ErrorCode.INVALID_FIELD, () -> staff.ship(parcel(placed.paid(ALICE), "SF\0")));
        assertRefused(
                ErrorCode.INVALID_FIELD,
                () -> staff.ship(new ShipOrderCommand(placed.paid(ALICE), "SF Express", "SF-1", "no id")));
    }

    @Test
    void refusesToCompleteWhatIsNotShipped() {
        assertRefused(ErrorCode.ORDER_NOT_FOUND, () -> staff.complete("no-such-order", STAFF));
        assertRefused(ErrorCode.ORDER_NOT_SHIPPED, () -> staff.complete(placed.pending(ALICE), STAFF));
        assertRefused(ErrorCode.ORDER_NOT_SHIPPED, () -> staff.complete(placed.paying(ALICE), STAFF));
        assertRefused(ErrorCode.ORDER_NOT_SHIPPED, () -> staff.complete(placed.paid(ALICE), STAFF));
        assertRefused(ErrorCode.ORDER_CANCELLED, () -> staff.complete(placed.cancelled(ALICE), STAFF));
    }

    @Test
    void shipsOnceHoweverManySayItAtOnce() {
        String orderId = placed.paid(ALICE);
        List<OrderView> answers = Collections.synchronizedList(new ArrayList<>());

        assertThat(testbed.together(Collections.nCopies(20, () -> answers.add(staff.ship(parcel(orderId, "SF-1"))))))
                .allMatch(Optional::isEmpty);

        assertThat(answers).hasSize(20).containsOnly(answers.get(0));
        assertThat(answers.get(0).history())
                .extracting(OrderView.Transition::to)
                .containsOnlyOnce(OrderStatus.SHIPPED);
    }

    @Test
    void oneOfManyDifferentParcelsIsTheShipment() {
        String orderId = placed.paid(ALICE);
        List<Runnable> parcels = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String number = "SF-" + i;
            parcels.add(() -> staff.ship(parcel(orderId, number)));
        }

        List<Optional<Throwable>> ends = testbed.together(parcels);

        assertThat(ends).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(ends.stream().flatMap(Optional::stream))
                .allSatisfy(end -> assertThat(Refusals.codeOf(end)).isEqualTo(ErrorCode.ORDER_ALREADY_SHIPPED));
        assertThat(staff.order(orderId).history()).hasSize(4);
    }

    @Test
    void isPaidToAPaymentWhateverCameAfter() {
        OrderPaymentFacade payments = testbed.bean(OrderPaymentFacade.class);
        String orderId = placed.paid(ALICE);
        staff.ship(parcel(orderId, "SF-1"));
        assertThat(payments.payable(ALICE, orderId).status()).isEqualTo(OrderStatus.PAID);
        staff.complete(orderId, STAFF);
        assertThat(payments.payable(ALICE, orderId).status()).isEqualTo(OrderStatus.PAID);
        assertThat(payments.payable(ALICE, placed.paying(ALICE)).status()).isEqualTo(OrderStatus.PAYING);
    }

    private static ShipOrderCommand parcel(String orderId, String trackingNumber) {
        return new ShipOrderCommand(orderId, "SF Express", trackingNumber, STAFF);
    }

    private static void assertRefused(ErrorCode code, Runnable call) {
        Refusals.assertRefused(code, call);
    }
}
