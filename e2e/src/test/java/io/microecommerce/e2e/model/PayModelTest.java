package io.microecommerce.e2e.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.model.Spin.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pay protocol keeps its promises in every order of events; and what becomes of them without each of its guards.
 *
 * <p>Where a guard's removal breaks nothing, another guard covers it. Then a row without the other shows that this one is
 * needed, and a row with this one alone left that it suffices: the fault that only the other is for is then left out.
 */
@EnabledIf(value = "io.microecommerce.e2e.model.Spin#isInstalled", disabledReason = "spin and gcc are not installed")
class PayModelTest {

    private static final String NOTHING = "";
    private static final String UNPAID_HALF = "3: of payment and order, one is paid and the other is not";
    private static final String HELD_FOR_EVER = "4: the payment stays INITIATED or HELD for ever";
    private static final String NEVER_ANSWERED = "4: the TC calls for ever, and is never answered";
    private static final String NO_CREDIT = "5: the order is paid, and nobody gets credit";
    private static final String TOO_MUCH_CREDIT = "5: more credit than paid orders";

    /** What the model is compiled with, and the promise that is then broken. */
    private static final List<Removal> REMOVALS = List.of(
            // The attempt comparison: the reconciler covers it.
            new Removal("NO_ATTEMPT", NOTHING),
            new Removal("NO_RECONCILER BROKER_KEEPS", NOTHING),
            new Removal("NO_ATTEMPT NO_RECONCILER BROKER_KEEPS TC_KEEPS", NO_CREDIT),

            // EXPIRED's compare-and-set: nothing covers the comparing, the reconciler covers the setting.
            new Removal("EXPIRE_BLINDLY TC_KEEPS ATTEMPTS=1", NEVER_ANSWERED),
            new Removal("DROP_UNEXPIRED", NOTHING),
            new Removal("DROP_UNEXPIRED NO_RECONCILER BROKER_KEEPS TC_KEEPS ATTEMPTS=1", NO_CREDIT),

            // The XID filter: the fence covers it.
            new Removal("NO_XID_FILTER", NOTHING),
            new Removal("NO_FENCE LENIENT", NOTHING),
            new Removal("NO_XID_FILTER NO_FENCE LENIENT TC_KEEPS", UNPAID_HALF),

            // The fence: nothing covers it. Would Confirm and Cancel not insist on finding their rows, the auditor
            // covered it.
            new Removal("NO_FENCE TC_KEEPS ATTEMPTS=1", NEVER_ANSWERED),
            new Removal("NO_AUDITOR TC_KEEPS", NOTHING),
            new Removal("NO_FENCE LENIENT NO_AUDITOR TC_KEEPS ATTEMPTS=1", HELD_FOR_EVER),

            // Unknown on HELD: the reconciler covers it.
            new Removal("ROLLBACK_ON_HELD", NOTHING),
            new Removal("ROLLBACK_ON_HELD NO_RECONCILER BROKER_KEEPS TC_KEEPS ATTEMPTS=1", NO_CREDIT),

            // Unknown on no row: the order of steps 1 and 2 covers it, and so does the reconciler.
            new Removal("ROLLBACK_ON_NO_ROW NO_RECONCILER BROKER_KEEPS ATTEMPTS=1 PARTICIPANTS=3", NOTHING),
            new Removal("ROLLBACK_ON_NO_ROW HALF_FIRST ATTEMPTS=1 PARTICIPANTS=3", NOTHING),
            new Removal("HALF_FIRST NO_RECONCILER BROKER_KEEPS ATTEMPTS=1 PARTICIPANTS=3", NOTHING),
            new Removal("ROLLBACK_ON_NO_ROW HALF_FIRST NO_RECONCILER BROKER_KEEPS TC_KEEPS ATTEMPTS=1", NO_CREDIT),

            // Nothing covers these.
            new Removal("BELIEVE_TC ATTEMPTS=1", TOO_MUCH_CREDIT),
            new Removal("NO_SWEEPER TC_KEEPS ATTEMPTS=1", HELD_FOR_EVER),
            new Removal("NO_RECONCILER TC_KEEPS ATTEMPTS=1", NO_CREDIT),
            new Removal("NO_AUDITOR ATTEMPTS=1", HELD_FOR_EVER),
            new Removal("NO_INBOX TC_KEEPS ATTEMPTS=1", TOO_MUCH_CREDIT));

    private static final Pattern CONDITIONAL = Pattern.compile("(?m)^#ifn?def (\\w+)");

    /** A search keeps one core busy. */
    private static final ExecutorService CORES = Executors.newFixedThreadPool(2);

    private static CompletableFuture<Search> whole;
    private static CompletableFuture<Search> withStock;
    private static List<CompletableFuture<Search>> removals;

    @BeforeAll
    static void searchAll() {
        whole = start(List.of(), Purpose.EVERY_STATE_AND_CYCLE);
        withStock = start(List.of("ATTEMPTS=1", "PARTICIPANTS=3"), Purpose.EVERY_STATE_AND_CYCLE);
        removals = REMOVALS.stream()
                .map(removal -> start(removal.defines(), removal.purpose()))
                .toList();
    }

    @AfterAll
    static void stopSearching() {
        CORES.shutdownNow();
    }

    @Test
    void keepsEveryPromiseInEveryOrderOfTwoAttempts() {
        assertEveryPromiseKept(whole.join());
        assertThat(whole.join().states())
                .as("states, of which there were a million")
                .isGreaterThan(500_000);
    }

    @Test
    void keepsEveryPromiseWithAllThreeParticipants() {
        assertEveryPromiseKept(withStock.join());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("removals")
    void tellsWhatFollowsWithout(Removal removal, CompletableFuture<Search> search) {
        if (removal.broken().isEmpty()) {
            assertEveryPromiseKept(search.join());
        } else {
            assertThat(search.join().broken()).hasValue(removal.broken());
            assertThat(search.join().story()).as("the counter-example").hasSizeGreaterThan(1);
        }
    }

    static Stream<Arguments> removals() {
        return Stream.iterate(0, i -> i + 1)
                .limit(REMOVALS.size())
                .map(i -> Arguments.of(REMOVALS.get(i), removals.get(i)));
    }

    /** A misspelt guard would be one that is never taken out. */
    @Test
    void takesOutExactlyTheGuardsThatTheModelHas() throws IOException {
        List<String> inTheModel = CONDITIONAL
                .matcher(Files.readString(Spin.MODEL))
                .results()
                .map(found -> found.group(1))
                .toList();
        List<String> here = REMOVALS.stream()
                .flatMap(removal -> removal.defines().stream())
                .map(define -> define.replaceFirst("=.*", ""))
                .toList();
        assertThat(new TreeSet<>(here)).isEqualTo(new TreeSet<>(inTheModel));
    }

    private static void assertEveryPromiseKept(Search search) {
        assertThat(search.broken()).as(() -> String.join("\n", search.story())).isEmpty();
        assertThat(search.complete()).as(search.report()).isTrue();
    }

    private static CompletableFuture<Search> start(List<String> defines, Purpose purpose) {
        return CompletableFuture.supplyAsync(() -> Spin.search(defines, purpose), CORES);
    }

    /** @param broken the promise; {@link #NOTHING} if they are kept all the same */
    private record Removal(List<String> defines, String broken) {

        Removal(String defines, String broken) {
            this(List.of(defines.split(" ")), broken);
        }

        Purpose purpose() {
            return broken.isEmpty() ? Purpose.EVERY_STATE : Purpose.COUNTER_EXAMPLE;
        }

        @Override
        public String toString() {
            return String.join(" ", defines);
        }
    }
}
