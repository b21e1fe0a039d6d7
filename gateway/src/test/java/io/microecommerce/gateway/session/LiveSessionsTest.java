package io.microecommerce.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.api.customer.SessionFacade;
import io.microecommerce.gateway.FakeServices;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LiveSessionsTest {

    private final FakeServices services = new FakeServices();
    private final AtomicLong nanos = new AtomicLong();
    private final LiveSessions sessions = new LiveSessions(services, Duration.ofSeconds(5), nanos::get);

    private void pass(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void believesAnAnswerForAWhile() {
        assertThat(sessions.isLive("alice", "s-1")).isTrue();
        services.logOut("alice", "s-1");
        pass(4);
        assertThat(sessions.isLive("alice", "s-1")).isTrue();
        assertThat(services.askedForSessions).hasValue(1);
        pass(2);
        assertThat(sessions.isLive("alice", "s-1")).isFalse();
        assertThat(services.askedForSessions).hasValue(2);
    }

    @Test
    void forgetsAtOnceWhatEndedHere() {
        assertThat(sessions.isLive("alice", "s-1")).isTrue();
        sessions.ended("alice", "s-1");
        assertThat(sessions.isLive("alice", "s-1")).isFalse();
        assertThat(services.askedForSessions).hasValue(1);
    }

    @Test
    void asksAgainForAllSessionsOfACustomerAndNoOthers() {
        sessions.isLive("alice", "s-1");
        sessions.isLive("alice", "s-2");
        sessions.isLive("bob", "s-3");
        services.logOut("alice", "s-2");
        sessions.askAgainFor("alice");
        assertThat(sessions.isLive("alice", "s-1")).isTrue();
        assertThat(sessions.isLive("alice", "s-2")).isFalse();
        assertThat(sessions.isLive("bob", "s-3")).isTrue();
        assertThat(services.askedForSessions).hasValue(5);
    }

    @Test
    void takesSessionsToStandWhileNobodySaysAndWarnsNowAndThen(CapturedOutput output) {
        services.sessionFailure = new IllegalStateException("away");
        for (int i = 0; i < 50; i++) {
            assertThat(sessions.isLive("alice", "s-" + i)).isTrue();
        }
        assertThat(output.getOut().lines().filter(line -> line.contains("WARN")))
                .hasSize(1);
        pass(10);
        assertThat(sessions.isLive("alice", "s-0")).isTrue();
        assertThat(output.getOut().lines().filter(line -> line.contains("WARN")))
                .hasSize(2);
        services.sessionFailure = null;
        services.logOut("alice", "s-0");
        pass(6);
        assertThat(sessions.isLive("alice", "s-0")).isFalse();
    }

    @Test
    void asksOnceForManyWhoAskAtTheSameTime() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        SessionFacade slow = (SessionFacade) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SessionFacade.class}, (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    answered.await();
                    return true;
                });
        LiveSessions shared = new LiveSessions(slow, Duration.ofSeconds(5), nanos::get);
        AtomicInteger live = new AtomicInteger();
        List<Thread> askers = Stream.generate(() -> new Thread(() -> {
                    if (shared.isLive("alice", "s-1")) {
                        live.incrementAndGet();
                    }
                }))
                .limit(4)
                .toList();
        askers.forEach(Thread::start);
        await().until(() -> askers.stream().allMatch(asker -> asker.getState() == Thread.State.WAITING));
        answered.countDown();
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(live).hasValue(4);
        assertThat(asked).hasValue(1);
    }
}
