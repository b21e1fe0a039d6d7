package io.microecommerce.service.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InHandTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final InHand inHand = new InHand();

    @Test
    void waitsForWhatIsInHand() throws Exception {
        inHand.begin();
        CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> await(Duration.ZERO, LONG));

        assertThat(waiting).isNotDone();
        inHand.end();

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void waitsUntilNothingHasComeForAWhile() {
        Duration quiet = Duration.ofMillis(50);
        long began = System.nanoTime();

        assertThat(await(quiet, LONG)).isZero();

        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(quiet.toNanos());
    }

    @Test
    void givesUpWhenTheTimeIsOverAndTellsWhatIsLeft() {
        inHand.begin();
        inHand.begin();
        inHand.end();

        assertThat(await(Duration.ZERO, Duration.ofMillis(20))).isEqualTo(1);
    }

    @Test
    void anEndWithoutABeginningHidesNothing() {
        inHand.end();
        inHand.begin();

        assertThat(await(Duration.ZERO, Duration.ofMillis(20))).isEqualTo(1);
    }

    private int await(Duration quiet, Duration atMost) {
        try {
            return inHand.awaitQuiet(quiet, atMost);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
