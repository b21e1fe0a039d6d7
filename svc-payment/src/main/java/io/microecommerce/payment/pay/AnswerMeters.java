package io.microecommerce.payment.pay;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.PaymentView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Times what a customer waits for: timer {@code shop.pay.answer}, tag {@code outcome}, which is the status that the customer is told,
 * or REJECTED where no payment was opened, UNAVAILABLE where the same request may succeed later, ERROR where nobody foresaw it.
 */
@Component
public class AnswerMeters {

    /** Upper bounds of the histogram's buckets; an answer is given within five seconds, whatever it is. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(400),
        Duration.ofMillis(800),
        Duration.ofMillis(1_600),
        Duration.ofSeconds(3),
        Duration.ofMillis(5_500)
    };

    private final MeterRegistry meters;

    AnswerMeters(MeterRegistry meters) {
        this.meters = meters;
        for (PaymentView.Status status : PaymentView.Status.values()) {
            timer(status.name());
        }
    }

    /** What it throws comes out. */
    public PaymentView timed(Supplier<PaymentView> pay) {
        long beganNanos = System.nanoTime();
        String outcome = "ERROR";
        try {
            PaymentView payment = pay.get();
            outcome = payment.status().name();
            return payment;
        } catch (Refusal refusal) {
            outcome = refusal.code().retryable() ? "UNAVAILABLE" : "REJECTED";
            throw refusal;
        } finally {
            timer(outcome).record(Duration.ofNanos(System.nanoTime() - beganNanos));
        }
    }

    private Timer timer(String outcome) {
        return Timer.builder("shop.pay.answer")
                .description("Time until a customer who pays is answered")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}
