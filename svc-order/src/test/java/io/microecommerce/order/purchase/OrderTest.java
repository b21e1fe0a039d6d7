package io.microecommerce.order.purchase;

import static io.microecommerce.order.purchase.Examples.ALICE;
import static io.microecommerce.order.purchase.Examples.BOB;
import static io.microecommerce.order.purchase.Examples.PAY_BY;
import static io.microecommerce.order.purchase.Examples.PLACED_AT;
import static io.microecommerce.order.purchase.Examples.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Order.Hold HOLD = new Order.Hold("xid-1", "payment-1");
    private static final Instant IN_TIME = PAY_BY.minusMillis(1);

    @Test
    void isHeldThenPaid() {
        Order order = Examples.pending();

        order.hold(HOLD, ALICE, TOTAL, IN_TIME);
        assertThat(order.status()).isEqualTo(OrderStatus.PAYING);
        assertThat(order.hold()).isEqualTo(HOLD);

        order.confirm("xid-1", IN_TIME);
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.paidAt()).isEqualTo(IN_TIME);
        assertThat(order.hold()).isEqualTo(HOLD);
    }

    @Test
    void canBePaidAgainOnceItIsReleased() {
        Order order = Examples.paying("xid-1");

        order.release("xid-1");
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(order.hold()).isNull();

        order.hold(new Order.Hold("xid-2", "payment-1"), ALICE, TOTAL, IN_TIME);
        assertThat(order.status()).isEqualTo(OrderStatus.PAYING);
    }

    @Test
    void refusesAHoldWithTheCodeThatSaysWhy() {
        assertRefused(ErrorCode.ORDER_NOT_FOUND, () -> Examples.pending().hold(HOLD, BOB, TOTAL, IN_TIME));
        assertRefused(ErrorCode.ORDER_NOT_FOUND, () -> Examples.paid().hold(HOLD, BOB, TOTAL, IN_TIME));
        assertRefused(ErrorCode.ORDER_ALREADY_PAID, () -> Examples.paid().hold(HOLD, ALICE, TOTAL, IN_TIME));
        assertRefused(ErrorCode.ORDER_CANCELLED, () -> Examples.cancelled().hold(HOLD, ALICE, TOTAL, IN_TIME));
        assertRefused(ErrorCode.ORDER_CHANGED, () -> Examples.pending()
                .hold(HOLD, ALICE, new Money("CNY", TOTAL.minor() - 1), IN_TIME));
        assertRefused(ErrorCode.ORDER_CHANGED, () -> Examples.pending()
                .hold(HOLD, ALICE, new Money("USD", TOTAL.minor()), IN_TIME));
        assertRefused(ErrorCode.PAYMENT_WINDOW_CLOSED, () -> Examples.pending().hold(HOLD, ALICE, TOTAL, PAY_BY));
        assertRefused(ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT, () -> Examples.paying("xid-0")
                .hold(HOLD, ALICE, TOTAL, IN_TIME));
        assertRefused(ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT, () -> Examples.paying("xid-1")
                .hold(HOLD, ALICE, TOTAL, IN_TIME));
    }

    @Test
    void isConfirmedAndReleasedByTheTransactionThatHoldsItAlone() {
        for (Order order :
                List.of(Examples.pending(), Examples.paying("xid-2"), Examples.paid(), Examples.cancelled())) {
            OrderStatus before = order.status();
            assertThatIllegalStateException().isThrownBy(() -> order.release("xid-1"));
            assertThatIllegalStateException().isThrownBy(() -> order.confirm("xid-1", IN_TIME));
            assertThat(order.status()).isEqualTo(before);
        }
    }

    @Test
    void isCancelledByItsCustomer() {
        Order order = Examples.pending();

        order.cancel(CancelReason.BY_CUSTOMER, PLACED_AT);

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.cancelledAt()).isEqualTo(PLACED_AT);
        assertThat(order.cancelReason()).isEqualTo(CancelReason.BY_CUSTOMER);
    }

    @Test
    void isCancelledWhenItsPaymentWindowHasClosedAndNotBefore() {
        Order order = Examples.pending();

        assertThatIllegalStateException().isThrownBy(() -> order.cancel(CancelReason.PAYMENT_WINDOW_CLOSED, IN_TIME));
        order.cancel(CancelReason.PAYMENT_WINDOW_CLOSED, PAY_BY);

        assertThat(order.cancelReason()).isEqualTo(CancelReason.PAYMENT_WINDOW_CLOSED);
    }

    @Test
    void isNotCancelledWhenItIsPaidInPaymentOrCancelled() {
        assertRefused(ErrorCode.ORDER_ALREADY_PAID, () -> Examples.paid().cancel(CancelReason.BY_CUSTOMER, PLACED_AT));
        assertRefused(
                ErrorCode.ORDER_IN_PAYMENT, () -> Examples.paying("xid-1").cancel(CancelReason.BY_CUSTOMER, PLACED_AT));
        assertThatIllegalStateException()
                .isThrownBy(() -> Examples.cancelled().cancel(CancelReason.BY_CUSTOMER, PLACED_AT));
    }

    @Test
    void addsItsLinesUpExactly() {
        assertThat(Examples.pending().total()).isEqualTo(TOTAL);

        OrderLine dear = new OrderLine("gold", "gold", "Gold", List.of(), new Money("CNY", Long.MAX_VALUE / 2), 3);
        assertRefused(
                ErrorCode.AMOUNT_TOO_LARGE,
                () -> new OrderDraft("order-1", ALICE, new RequestKey("key", "hash"), List.of(dear)).total());
    }

    @Test
    void hasLinesWithAPriceASkuEach() {
        RequestKey key = new RequestKey("key", "hash");
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderDraft("o", ALICE, key, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderDraft("o", ALICE, key, List.of(Examples.lamp(), Examples.lamp())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderLine("s", "p", "t", List.of(), new Money("CNY", 0), 1));
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable transition) {
        assertThatThrownBy(transition).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
