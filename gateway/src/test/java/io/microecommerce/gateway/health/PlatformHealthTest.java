package io.microecommerce.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.health.HealthReport.Status;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlatformHealthTest {

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger questions = new AtomicInteger();

    @AfterEach
    void letGo() {
        over.countDown();
    }

    private interface Service {
        HealthReport ask(String name) throws InterruptedException;
    }

    private HealthReport reportOf(Service service) {
        try (PlatformHealth health = new PlatformHealth(dependencies(service))) {
            return health.report();
        }
    }

    private Dependencies dependencies(Service service) {
        return new Dependencies() {
            @Override
            public HealthReport service(String name) {
                questions.incrementAndGet();
                try {
                    return service.ask(name);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public HealthReport registry() {
                return service("nacos");
            }
        };
    }

    @Test
    void isUpWhenAllIsUp() {
        HealthReport report = reportOf(name -> HealthReport.of(Status.UP));
        assertThat(report.status()).isEqualTo(Status.UP);
        assertThat(report.components())
                .containsOnlyKeys("svc-cart", "svc-customer", "svc-order", "svc-payment", "svc-product", "nacos");
    }

    @Test
    void isDegradedWhenSomethingIsNotUp() {
        HealthReport report = reportOf(name -> {
            if (name.equals("svc-cart")) {
                throw new IllegalStateException("gone");
            }
            return HealthReport.of(Status.UP);
        });
        assertThat(report.status()).isEqualTo(Status.DEGRADED);
        assertThat(report.components().get("svc-cart").status()).isEqualTo(Status.DOWN);
    }

    @Test
    void isDownWhenNothingAnswers() {
        assertThat(reportOf(name -> HealthReport.of(Status.DOWN)).status()).isEqualTo(Status.DOWN);
    }

    @Test
    void answersInTimeWhateverHangs() {
        long start = System.nanoTime();
        HealthReport report = reportOf(name -> {
            if (!name.equals("svc-order")) {
                over.await();
            }
            return HealthReport.of(Status.UP);
        });
        assertThat((System.nanoTime() - start) / 1_000_000).isBetween(1_400L, 3_000L);
        assertThat(report.status()).isEqualTo(Status.DEGRADED);
        assertThat(report.components().get("svc-order").status()).isEqualTo(Status.UP);
        assertThat(report.components().get("nacos").status()).isEqualTo(Status.DOWN);
    }

    @Test
    void asksOnceForManyWhoAsk() {
        try (PlatformHealth health = new PlatformHealth(dependencies(name -> HealthReport.of(Status.UP)))) {
            for (int i = 0; i < 100; i++) {
                health.report();
            }
            assertThat(questions).hasValue(6);
        }
    }

    @Test
    void tellsTheWorstOfSeveralInstances() {
        HealthReport well = new HealthReport(Status.UP, Map.of("db", HealthReport.of(Status.UP)));
        HealthReport ill = new HealthReport(Status.DEGRADED, Map.of("db", HealthReport.of(Status.DOWN)));
        HealthReport away = HealthReport.of(Status.DOWN);
        assertThat(HealthReport.ofInstances(List.of(well, ill, away)))
                .isEqualTo(new HealthReport(Status.DEGRADED, Map.of("db", HealthReport.of(Status.DOWN))));
        assertThat(HealthReport.ofInstances(List.of()).status()).isEqualTo(Status.DOWN);
    }
}
