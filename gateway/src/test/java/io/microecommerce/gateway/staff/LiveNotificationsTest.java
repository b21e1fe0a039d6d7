package io.microecommerce.gateway.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.gateway.FakeServices;
import io.microecommerce.gateway.FakeStaffServices;
import io.microecommerce.gateway.MovableClock;
import io.microecommerce.gateway.stream.Outlet;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveNotificationsTest {

    private final FakeStaffServices services = new FakeStaffServices(new FakeServices());
    private final MovableClock clock = new MovableClock();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile RuntimeException failure;
    private LiveNotifications live;

    @BeforeEach
    void start() {
        StaffNotificationFacade facade = (StaffNotificationFacade) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {StaffNotificationFacade.class},
                (proxy, method, arguments) -> {
                    if (failure != null) {
                        throw failure;
                    }
                    try {
                        return method.invoke(services, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        live = new LiveNotifications(facade, clock, 3);
        live.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        live.stop();
        live.close();
    }

    private static class Ear implements Outlet<StaffNotificationView> {

        final List<String> heard = new CopyOnWriteArrayList<>();
        final AtomicInteger kept = new AtomicInteger();
        volatile boolean allowed = true;
        volatile boolean ended;

        @Override
        public boolean mayGoOn() {
            return allowed;
        }

        @Override
        public void send(StaffNotificationView notification) throws IOException {
            heard.add(notification.id());
        }

        @Override
        public void keepAlive() throws IOException {
            kept.incrementAndGet();
        }

        @Override
        public void end() {
            ended = true;
        }
    }

    /** Takes the first notification and does not come back. */
    private final class DeafEar extends Ear {

        @Override
        public void send(StaffNotificationView notification) throws IOException {
            super.send(notification);
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private Ear listen(String lastEventId) {
        Ear ear = new Ear();
        live.listen(ear, lastEventId);
        return ear;
    }

    private void happens(String id, Instant when) {
        services.happened.add(FakeStaffServices.notification(id, "ORDER_PAID", when));
    }

    private static void awaitHeard(Ear ear, String... ids) {
        await().untilAsserted(() -> assertThat(ear.heard).containsExactly(ids));
    }

    @Test
    void tellsEachThingOnceAlsoIfItBecomesVisibleLate() {
        Ear ear = listen(null);
        happens("2", clock.instant().plusSeconds(9));
        awaitHeard(ear, "2");
        // Its transaction took longer, so it carries an earlier time.
        happens("1", clock.instant().plusSeconds(1));
        awaitHeard(ear, "2", "1");
        happens("3", clock.instant().plusSeconds(10));
        awaitHeard(ear, "2", "1", "3");
    }

    @Test
    void holdsNobodyUpForASlowListener() {
        DeafEar deaf = new DeafEar();
        live.listen(deaf, null);
        Ear ear = listen(null);
        happens("1", clock.instant());
        awaitHeard(ear, "1");
        happens("2", clock.instant());
        awaitHeard(ear, "1", "2");
        assertThat(deaf.heard).containsExactly("1");
    }

    @Test
    void cutsOffWhoFallsTooFarBehind() {
        DeafEar deaf = new DeafEar();
        live.listen(deaf, null);
        Ear ear = listen(null);
        happens("first", clock.instant());
        await().until(() -> deaf.heard.size() == 1 && ear.heard.size() == 1);
        for (int round = 1; round <= 2; round++) {
            int before = ear.heard.size();
            int first = round * 1_000;
            IntStream.range(first, first + 600)
                    .forEach(i -> happens("n" + i, clock.instant().plusMillis(i)));
            await().until(() -> ear.heard.size() == before + 600);
        }
        assertThat(deaf.heard).containsExactly("first");
        assertThat(ear.ended).isFalse();
        over.countDown();
        await().until(() -> deaf.ended);
    }

    @Test
    void readsAsManyPagesAsThereAre() {
        Ear ear = listen(null);
        await().until(() -> services.askedForNews.get() > 0);
        IntStream.range(0, 350).forEach(i -> happens("n" + i, clock.instant().plusMillis(i)));
        await().untilAsserted(() -> assertThat(ear.heard).hasSize(350).doesNotHaveDuplicates());
    }

    @Test
    void getsPastAPageOfOneMoment() {
        Ear ear = listen(null);
        IntStream.range(0, 150).forEach(i -> happens("n" + i, clock.instant()));
        happens("later", clock.instant().plusSeconds(1));
        await().untilAsserted(() -> assertThat(ear.heard).contains("later"));
    }

    @Test
    void tellsFromWhenOneCameUnlessTheyKnowWhereTheyWere() {
        happens("old", clock.instant().minusSeconds(60));
        happens("older", clock.instant().minusSeconds(120));
        Ear fresh = listen(null);
        Ear back = listen("old");
        Ear lost = listen("what nobody knows");
        happens("new", clock.instant());
        awaitHeard(fresh, "new");
        await().untilAsserted(() -> assertThat(back.heard).containsExactly("older", "new"));
        await().untilAsserted(() -> assertThat(lost.heard).containsExactly("old", "older", "new"));
    }

    @Test
    void goesOnWhenTheServiceIsBackAndMissesNothing() {
        Ear ear = listen(null);
        happens("1", clock.instant());
        awaitHeard(ear, "1");
        failure = new IllegalStateException("away");
        happens("2", clock.instant());
        Ear second = listen(null);
        await().until(() -> second.kept.get() == 1);
        failure = null;
        awaitHeard(ear, "1", "2");
        assertThat(second.heard).doesNotHaveDuplicates();
    }

    @Test
    void keepsQuietConnectionsAlive() {
        Ear ear = listen(null);
        await().until(() -> ear.kept.get() == 1);
        int before = services.askedForNews.get();
        await().until(() -> services.askedForNews.get() > before + 1);
        assertThat(ear.kept).hasValue(1);
        clock.move(Duration.ofSeconds(15));
        await().until(() -> ear.kept.get() == 2);
    }

    @Test
    void endsWhoMayNotGoOnAndWhoIsGone() {
        Ear ear = listen(null);
        Ear other = listen(null);
        ear.allowed = false;
        await().until(() -> ear.ended);
        happens("1", clock.instant());
        awaitHeard(other, "1");
        assertThat(ear.heard).isEmpty();
        Ear gone = new Ear() {
            @Override
            public void send(StaffNotificationView notification) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        live.listen(gone, null);
        happens("2", clock.instant());
        await().until(() -> gone.ended);
    }

    @Test
    void servesSoManyAndNoneOnceItStops() {
        Ear first = listen(null);
        listen(null);
        listen(null);
        assertThatThrownBy(() -> listen(null)).isInstanceOf(Refusal.class).hasMessageContaining("SERVICE_UNAVAILABLE");
        live.leave(first);
        Ear third = listen(null);
        live.stop();
        await().until(() -> third.ended);
        assertThatThrownBy(() -> listen(null)).isInstanceOf(Refusal.class);
        live.start();
        Ear again = listen(null);
        happens("1", clock.instant());
        awaitHeard(again, "1");
    }
}
