package io.microecommerce.gateway.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.payment.PaymentView;
import io.microecommerce.api.payment.PaymentView.Status;
import io.microecommerce.gateway.FakeServices;
import io.microecommerce.gateway.MovableClock;
import io.microecommerce.gateway.stream.Outlet;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressStreamsTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final MovableClock clock = new MovableClock();
    private final ProgressStreams streams = new ProgressStreams(clock, new ProgressStreams.Limits(3, 2, LIFE));
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Progress now = progress(OrderStatus.PAYING, Status.PROCESSING);
    private volatile RuntimeException failure;

    @BeforeEach
    void start() {
        streams.start();
    }

    @AfterEach
    void stop() {
        streams.stop();
        streams.close();
    }

    private static Progress progress(OrderStatus order, Status payment) {
        return new Progress("order-1", order, FakeServices.payment(payment, null, null), List.of());
    }

    private static class Ear implements Outlet<Progress> {

        final List<Progress> heard = new CopyOnWriteArrayList<>();
        final AtomicInteger kept = new AtomicInteger();
        volatile boolean allowed = true;
        volatile boolean ended;

        @Override
        public boolean mayGoOn() {
            return allowed;
        }

        @Override
        public void send(Progress news) throws IOException {
            heard.add(news);
        }

        @Override
        public void keepAlive() {
            kept.incrementAndGet();
        }

        @Override
        public void end() {
            ended = true;
        }
    }

    private Progress ask() {
        asked.incrementAndGet();
        if (failure != null) {
            throw failure;
        }
        return now;
    }

    private Ear follow(String caller) {
        Ear ear = new Ear();
        streams.follow(caller, this::ask, ear);
        return ear;
    }

    private void awaitFurtherQuestions(int count) {
        int before = asked.get();
        await().until(() -> asked.get() >= before + count);
    }

    @Test
    void tellsOfEachChangeOnceAndEndsAtRest() {
        Progress processing = now;
        Ear ear = follow("alice");
        await().until(() -> ear.heard.size() == 1);
        awaitFurtherQuestions(2);
        assertThat(ear.heard).containsExactly(processing);

        Progress paid = progress(OrderStatus.PAID, Status.PAID);
        now = paid;

        await().until(() -> ear.ended);
        assertThat(ear.heard).containsExactly(processing, paid);
    }

    @Test
    void endsAtOnceWhereNothingGoesOn() {
        now = new Progress("order-1", OrderStatus.PENDING_PAYMENT, null, List.of());
        Ear ear = follow("alice");

        await().until(() -> ear.ended);
        assertThat(ear.heard).containsExactly(now);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PAYING,          PROCESSING,        false",
        "PAYING,          PAID,              false",
        "PENDING_PAYMENT, AWAITING_PROVIDER, false",
        "PENDING_PAYMENT, REFUSED,           true",
        "PENDING_PAYMENT, FAILED,            true",
        "CANCELLED,       CLOSED,            true",
        "PAID,            PAID,              true",
        "REFUNDING,       PAID,              false",
        "REFUNDED,        PAID,              true"
    })
    void restsOnlyWhenNothingIsLeftToCome(OrderStatus order, Status payment, boolean rests) {
        assertThat(progress(order, payment).isAtRest()).isEqualTo(rests);
    }

    @Test
    void isNotAtRestWhileMoneyIsOnItsWayBack() {
        PaymentView refused = FakeServices.payment(Status.REFUSED, "INSUFFICIENT_STOCK", "None is left.");
        PaymentView goesBack = new PaymentView(
                refused.id(),
                refused.orderId(),
                refused.status(),
                refused.amount(),
                refused.code(),
                refused.detail(),
                1,
                refused.createdAt(),
                null,
                null,
                null,
                PaymentView.Refund.UNDER_WAY);

        assertThat(new Progress("order-1", OrderStatus.PENDING_PAYMENT, goesBack, List.of()).isAtRest())
                .isFalse();
    }

    @Test
    void keepsQuietConnectionsAliveAndNoneForEver() {
        Ear ear = follow("alice");
        awaitFurtherQuestions(2);
        assertThat(ear.kept).hasValue(0);
        clock.move(ProgressStreams.QUIET);
        await().until(() -> ear.kept.get() == 1);
        awaitFurtherQuestions(2);
        assertThat(ear.kept).hasValue(1);

        clock.move(LIFE);

        await().until(() -> ear.ended);
        assertThat(ear.heard).hasSize(1);
    }

    @Test
    void endsWithItsLoginAndWhenNobodyAnswers() {
        Ear ear = follow("alice");
        Ear other = follow("bob");
        ear.allowed = false;
        await().until(() -> ear.ended);
        assertThat(other.ended).isFalse();

        failure = new IllegalStateException("away");

        await().until(() -> other.ended);
        assertThatThrownBy(() -> follow("carol")).isSameAs(failure);
    }

    @Test
    void givesThePlaceOfWhoIsGoneToTheNext() {
        Ear gone = new Ear() {
            @Override
            public void send(Progress news) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        streams.follow("alice", this::ask, gone);
        await().until(() -> gone.ended);
        failure = new IllegalStateException("away");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> follow("alice")).isSameAs(failure);
        }
        failure = null;

        follow("alice");
        follow("alice");
        assertThatThrownBy(() -> follow("alice"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED));
    }

    @Test
    void servesSoManyAndNoneOnceItStops() {
        Ear first = follow("alice");
        follow("bob");
        follow("carol");
        assertThatThrownBy(() -> follow("dave"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));

        streams.stop();

        await().until(() -> first.ended);
        assertThatThrownBy(() -> follow("alice")).isInstanceOf(Refusal.class);
        streams.start();
        Ear again = follow("alice");
        await().until(() -> again.heard.size() == 1);
        assertThat(again.ended).isFalse();
    }
}
