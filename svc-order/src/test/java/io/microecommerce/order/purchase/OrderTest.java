package io.microecommerce.order.purchase;

import static io.microecommerce.api.order.OrderStatus.CANCELLED;
import static io.microecommerce.api.order.OrderStatus.COMPLETED;
import static io.microecommerce.api.order.OrderStatus.PAID;
import static io.microecommerce.api.order.OrderStatus.PAYING;
import static io.microecommerce.api.order.OrderStatus.PENDING_PAYMENT;
import static io.microecommerce.api.order.OrderStatus.SHIPPED;
import static io.microecommerce.order.purchase.Examples.ALICE;
import static io.microecommerce.order.purchase.Examples.BOB;
import static io.microecommerce.order.purchase.Examples.PAY_BY;
import static io.microecommerce.order.purchase.Examples.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {

    private static final Instant IN_TIME = PAY_BY.minusMillis(1);

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void isHeldWhileItAwaitsPaymentAndElseSaysWhyNot(OrderStatus status) {
        ThrowingCallable hold = () -> Examples.in(status).requireCanBeHeld(ALICE, TOTAL, IN_TIME);
        switch (status) {
            case PENDING_PAYMENT -> assertThatCode(hold).doesNotThrowAnyException();
            case PAYING -> assertRefused(ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT, hold);
            case PAID, SHIPPED, COMPLETED, REFUNDING, REFUNDED -> assertRefused(ErrorCode.ORDER_ALREADY_PAID, hold);
            case CANCELLED -> assertRefused(ErrorCode.ORDER_CANCELLED, hold);
        }
        assertRefused(ErrorCode.ORDER_NOT_FOUND, () -> Examples.in(status).requireCanBeHeld(BOB, TOTAL, IN_TIME));
    }

    @Test
    void isHeldForItsTotalWithinItsPaymentWindow() {
        Order order = Examples.in(PENDING_PAYMENT);

        assertRefused(
                ErrorCode.ORDER_CHANGED,
                () -> order.requireCanBeHeld(ALICE, new Money("CNY", TOTAL.minor() - 1), IN_TIME));
        assertRefused(
                ErrorCode.ORDER_CHANGED, () -> order.requireCanBeHeld(ALICE, new Money("USD", TOTAL.minor()), IN_TIME));
        assertRefused(ErrorCode.PAYMENT_WINDOW_CLOSED, () -> order.requireCanBeHeld(ALICE, TOTAL, PAY_BY));
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void isCancelledWhileItAwaitsPaymentAndElseSaysWhyNot(OrderStatus status) {
        ThrowingCallable cancel = () -> Examples.in(status).requireCanBeCancelled();
        switch (status) {
            case PENDING_PAYMENT -> assertThatCode(cancel).doesNotThrowAnyException();
            case PAYING -> assertRefused(ErrorCode.ORDER_IN_PAYMENT, cancel);
            case PAID, SHIPPED, COMPLETED, REFUNDING, REFUNDED -> assertRefused(ErrorCode.ORDER_ALREADY_PAID, cancel);
            case CANCELLED -> assertThatIllegalStateException().isThrownBy(cancel);
        }
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void isRedirectedUntilItIsShippedAndElseSaysWhyNot(OrderStatus status) {
        ThrowingCallable redirect = () -> Examples.in(status).requireCanBeRedirected();
        switch (status) {
            case PENDING_PAYMENT, PAYING, PAID -> assertThatCode(redirect).doesNotThrowAnyException();
            case SHIPPED, COMPLETED -> assertRefused(ErrorCode.ORDER_ALREADY_SHIPPED, redirect);
            case CANCELLED -> assertRefused(ErrorCode.ORDER_CANCELLED, redirect);
            case REFUNDING -> assertRefused(ErrorCode.ORDER_IN_REFUND, redirect);
            case REFUNDED -> assertRefused(ErrorCode.ORDER_REFUNDED, redirect);
        }
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void isShippedOnceItIsPaidAndElseSaysWhyNot(OrderStatus status) {
        ThrowingCallable ship = () -> Examples.in(status).requireCanBeShipped();
        switch (status) {
            case PENDING_PAYMENT, PAYING -> assertRefused(ErrorCode.ORDER_NOT_PAID, ship);
            case PAID -> assertThatCode(ship).doesNotThrowAnyException();
            case SHIPPED, COMPLETED -> assertRefused(ErrorCode.ORDER_ALREADY_SHIPPED, ship);
            case CANCELLED -> assertRefused(ErrorCode.ORDER_CANCELLED, ship);
            case REFUNDING -> assertRefused(ErrorCode.ORDER_IN_REFUND, ship);
            case REFUNDED -> assertRefused(ErrorCode.ORDER_REFUNDED, ship);
        }
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void isCompletedOnceItIsShippedAndElseSaysWhyNot(OrderStatus status) {
        ThrowingCallable complete = () -> Examples.in(status).requireCanBeCompleted();
        switch (status) {
            case PENDING_PAYMENT, PAYING, PAID -> assertRefused(ErrorCode.ORDER_NOT_SHIPPED, complete);
            case SHIPPED -> assertThatCode(complete).doesNotThrowAnyException();
            case COMPLETED -> assertThatIllegalStateException().isThrownBy(complete);
            case CANCELLED -> assertRefused(ErrorCode.ORDER_CANCELLED, complete);
            case REFUNDING -> assertRefused(ErrorCode.ORDER_IN_REFUND, complete);
            case REFUNDED -> assertRefused(ErrorCode.ORDER_REFUNDED, complete);
        }
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void isRefundedOnceItIsPaidAndElseSaysWhyNot(OrderStatus status) {
        ThrowingCallable refund = () -> Examples.in(status).requireCanBeRefunded("payment-1", status, false);
        switch (status) {
            case PENDING_PAYMENT, PAYING -> assertRefused(ErrorCode.ORDER_NOT_PAID, refund);
            case PAID, SHIPPED, COMPLETED -> assertThatCode(refund).doesNotThrowAnyException();
            case CANCELLED -> assertRefused(ErrorCode.ORDER_CANCELLED, refund);
            case REFUNDING -> assertRefused(ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT, refund);
            case REFUNDED -> assertRefused(ErrorCode.ORDER_REFUNDED, refund);
        }
    }

    @Test
    void isRefundedAsItWasWhenTheRefundWasPreparedAndToItsCustomerUntilItIsShipped() {
        Order shipped = Examples.in(OrderStatus.SHIPPED);

        assertRefused(ErrorCode.ORDER_CHANGED, () -> shipped.requireCanBeRefunded("payment-1", PAID, false));
        assertRefused(
                ErrorCode.ORDER_CHANGED, () -> shipped.requireCanBeRefunded("payment-2", OrderStatus.SHIPPED, false));
        assertRefused(ErrorCode.ORDER_ALREADY_SHIPPED, () -> shipped.requireCanBeRefunded("payment-1", PAID, true));
    }

    @Test
    void belongsToItsCustomer() {
        assertThatCode(() -> Examples.in(PAID).requireOwnedBy(ALICE)).doesNotThrowAnyException();
        assertRefused(ErrorCode.ORDER_NOT_FOUND, () -> Examples.in(PAID).requireOwnedBy(BOB));
    }

    @Test
    void tellsALogNothingOfItsCustomer() {
        for (OrderStatus status : List.of(PENDING_PAYMENT, PAYING, SHIPPED, COMPLETED, CANCELLED)) {
            assertThat(Examples.in(status)).hasToString("Order order-1 " + status);
        }
    }

    @Test
    void addsItsLinesUpExactly() {
        assertThat(Examples.in(PENDING_PAYMENT).total()).isEqualTo(TOTAL);

        OrderLine dear = new OrderLine("gold", "gold", "Gold", List.of(), new Money("CNY", Long.MAX_VALUE / 2), 3);
        assertRefused(
                ErrorCode.AMOUNT_TOO_LARGE,
                () -> new OrderDraft("order-1", ALICE, new RequestKey("key", "hash"), List.of(dear), null).total());
    }

    @Test
    void hasLinesWithAPriceASkuEach() {
        RequestKey key = new RequestKey("key", "hash");
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderDraft("o", ALICE, key, List.of(), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderDraft("o", ALICE, key, List.of(Examples.lamp(), Examples.lamp()), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderLine("s", "p", "t", List.of(), new Money("CNY", 0), 1));
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
