package io.microecommerce.payment.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.ResolveDifferenceCommand;
import io.microecommerce.api.payment.TopUpCommand;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.provider.Captures;
import io.microecommerce.payment.provider.ChargeState;
import io.microecommerce.payment.provider.Charges;
import io.microecommerce.payment.provider.ProviderException;
import io.microecommerce.payment.provider.ProviderRefunds;
import io.microecommerce.payment.provider.ProviderStatements;
import io.microecommerce.payment.provider.Purpose;
import io.microecommerce.payment.provider.RefundCause;
import io.microecommerce.payment.provider.RefundWork;
import io.microecommerce.payment.provider.ScriptedProvider;
import io.microecommerce.payment.provider.StatementLine;
import io.microecommerce.payment.provider.StatementLine.Kind;
import io.microecommerce.payment.provider.StatementLine.State;
import io.microecommerce.payment.provider.Trade;
import io.microecommerce.payment.topup.TopUps;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Each day is compared with the provider's statement once, and each difference is explained or comes before a person. */
class ReconcileTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final Money PRICE = new Money("CNY", 8_900);
    private static final StatementProperties TIMES =
            new StatementProperties(LocalTime.of(10, 0), Duration.ofMinutes(1), Duration.ZERO);

    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final String refundId = id + "-back";
    private final LocalDate day = nextDay();
    private final Map<LocalDate, List<StatementLine>> bills = new HashMap<>();
    private final ScriptedProvider provider = new ScriptedProvider();
    private final Charges charges = testbed.bean(Charges.class);
    private final Captures captures = testbed.bean(Captures.class);
    private final ProviderRefunds refunds = testbed.bean(ProviderRefunds.class);
    private final Statements statements = testbed.bean(Statements.class);
    private final Differences differences = testbed.bean(Differences.class);
    private final TransactionTemplate transaction = testbed.bean(TransactionTemplate.class);

    /** Long past, and no other test's; its neighbours are nobody's either. */
    private static LocalDate nextDay() {
        return LocalDate.ofEpochDay(testbed.jdbc()
                        .sql(
                                "SELECT coalesce(max(day), '2001-01-01'::date) - '1970-01-01'::date FROM provider_statement")
                        .query(Long.class)
                        .single()
                + 10);
    }

    @Test
    void findsNothingWhereBothAgree() {
        captured(day);
        goesBack(day, "ASKED");
        bills.put(day, List.of(capture(PRICE, "t-" + id), refund(PRICE, State.PROCESSING)));

        reconcile(day);

        assertThat(statements.byDay(day)).hasValueSatisfying(statement -> {
            assertThat(statement.comparedAt()).isNotNull();
            assertThat(statement.lines()).isEqualTo(2);
            assertThat(statement.found()).isZero();
        });
    }

    @Test
    void asksForWhatIsMissingHereAndGivesItBack() {
        provider.take(id, PRICE);
        bills.put(day, List.of(capture(PRICE, "t-" + id)));

        reconcile(day);

        assertExplained(DifferenceKind.MISSING_HERE);
        assertThat(charges.byId(id).orElseThrow().state()).isEqualTo(ChargeState.RETURNED);
        assertThat(refunds.ofCharge(id)).hasSize(1);
    }

    @Test
    void callsAPersonToWhatTheProviderDoesNotKnowEither() {
        bills.put(day, List.of(capture(PRICE, "t-" + id)));

        reconcile(day);

        assertWaitsForAPerson(DifferenceKind.MISSING_HERE);
        assertThat(charges.byId(id)).isEmpty();
    }

    @Test
    void asksForACaptureThatWasNeverTold() {
        open();
        provider.take(id, PRICE);
        bills.put(day, List.of(capture(PRICE, "t-" + id)));

        reconcile(day);

        assertExplained(DifferenceKind.STATE_DIFFERS);
        assertThat(charges.byId(id).orElseThrow().state()).isEqualTo(ChargeState.CREDITED);
    }

    @Test
    void aStatementMovesNoMoney() {
        open();
        provider.prepay(charges.byId(id).orElseThrow());
        bills.put(day, List.of(capture(PRICE, "t-" + id)));

        reconcile(day);

        assertWaitsForAPerson(DifferenceKind.STATE_DIFFERS);
        assertThat(charges.byId(id).orElseThrow().state()).isEqualTo(ChargeState.OPEN);
    }

    @Test
    void callsAPersonToWhatIsMissingThere() {
        captured(day);

        reconcile(day);

        assertWaitsForAPerson(DifferenceKind.MISSING_THERE);
    }

    @Test
    void aCaptureIsOfTheDayThatItIsInBeijing() {
        captured(Instant.parse(day.minusDays(1) + "T16:00:00Z"));

        reconcile(day.minusDays(1));
        reconcile(day);

        assertThat(kinds(day.minusDays(1))).isEmpty();
        assertThat(kinds(day)).containsExactly(DifferenceKind.MISSING_THERE);
    }

    @Test
    void findsWhatCameIntoOurBooksAfterTheStatementOfItsDay() {
        reconcile(day);
        captured(day);

        reconcile(day.plusDays(1));

        assertThat(kinds(day)).containsExactly(DifferenceKind.MISSING_THERE);
        assertThat(kinds(day.plusDays(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CNY, 8899, t-, AMOUNT_DIFFERS", "USD, 8900, t-, AMOUNT_DIFFERS", "CNY, 8900, u-, TRANSACTION_DIFFERS"})
    void callsAPersonToAnotherCaptureThanOurs(String currency, long minor, String transaction, DifferenceKind kind) {
        captured(day);
        bills.put(day, List.of(capture(new Money(currency, minor), transaction + id)));

        reconcile(day);

        assertWaitsForAPerson(kind);
    }

    @Test
    void callsAPersonToARefundThatNobodyAskedFor() {
        bills.put(day, List.of(refund(PRICE, State.DONE)));

        reconcile(day);

        assertWaitsForAPerson(DifferenceKind.REFUND_MISSING_HERE);
    }

    @Test
    void callsAPersonToARefundOverAnotherAmount() {
        goesBack(day, "DONE");
        bills.put(day, List.of(refund(new Money("CNY", 1), State.DONE)));

        reconcile(day);

        assertWaitsForAPerson(DifferenceKind.REFUND_AMOUNT_DIFFERS);
    }

    @ParameterizedTest
    @CsvSource({
        "PROCESSING, QUEUED, true",
        "PROCESSING, DONE, true",
        "DONE, ASKED, false",
        "DONE, ABNORMAL, false",
        "DONE, DONE, true",
        "ABNORMAL, ASKED, false",
        "ABNORMAL, ABNORMAL, true",
        "ABNORMAL, DONE, true",
        "FAILED, ASKED, false",
        "FAILED, ABNORMAL, true",
        "FAILED, DONE, false"
    })
    void aRefundIsAsFarHereAsItWasThere(State there, String here, boolean agree) {
        goesBack(day, here);
        bills.put(day, List.of(refund(PRICE, there)));

        reconcile(day);

        assertThat(kinds(day)).isEqualTo(agree ? List.of() : List.of(DifferenceKind.REFUND_STATE_DIFFERS));
    }

    @Test
    void asksForARefundThatIsFurtherThere() {
        goesBack(day, "ASKED");
        testbed.jdbc()
                .sql("UPDATE provider_refund SET next_try_at = now() + interval '1 day' WHERE id = :id")
                .param("id", refundId)
                .update();
        bills.put(day, List.of(refund(PRICE, State.DONE)));
        reconcile(day);
        assertThat(testbed.jdbc()
                        .sql("SELECT next_try_at <= now() FROM provider_refund WHERE id = :id")
                        .param("id", refundId)
                        .query(Boolean.class)
                        .single())
                .isTrue();

        state("DONE");
        look();

        assertExplained(DifferenceKind.REFUND_STATE_DIFFERS);
    }

    @Test
    void aRefundThatTheProviderTookAfterMidnightIsInTheNextStatement() {
        goesBack(day, "DONE");
        reconcile(day);
        assertThat(open(day)).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(DifferenceKind.REFUND_MISSING_THERE);
            assertThat(difference.pagedAt()).isNull();
        });

        bills.put(day.plusDays(1), List.of(refund(PRICE, State.DONE)));
        reconcile(day.plusDays(1));

        assertExplained(DifferenceKind.REFUND_MISSING_THERE);
    }

    @Test
    void aRefundThatNoStatementNamesComesBeforeAPerson() {
        goesBack(day, "DONE");
        reconcile(day);

        reconcile(day.plusDays(1));

        assertWaitsForAPerson(DifferenceKind.REFUND_MISSING_THERE);
    }

    @Test
    void aRefundThatTheProviderMayNotKnowIsNotMissed() {
        goesBack(day, "QUEUED");

        reconcile(day);
        reconcile(day.plusDays(1));

        assertThat(kinds(day)).isEmpty();
    }

    @Test
    void whatDoesNotArriveIsAskedForAgain() {
        expect(day);

        work(awaited -> {
            throw new ProviderException("not ready", null);
        });

        assertThat(statements.byDay(day)).hasValueSatisfying(statement -> {
            assertThat(statement.comparedAt()).isNull();
            assertThat(statement.lastError()).contains("not ready");
        });
        assertThat(statements.oldestAwaited())
                .hasValueSatisfying(oldest -> assertThat(oldest).isBeforeOrEqualTo(day));
        look();
        assertThat(statements.byDay(day).orElseThrow().attempts()).isEqualTo(1);

        expect(day);
        look();

        assertThat(statements.byDay(day)).hasValueSatisfying(statement -> {
            assertThat(statement.comparedAt()).isNotNull();
            assertThat(statement.lastError()).isNull();
            assertThat(statement.attempts()).isEqualTo(2);
        });
    }

    @Test
    void ofSeveralWhoCompareADayOneDoes() {
        bills.put(day, List.of(capture(PRICE, "t-" + id)));
        expect(day);
        List<Runnable> workers = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            workers.add(() -> transaction.executeWithoutResult(status -> statements.keep(day, bills.get(day))));
        }

        assertThat(testbed.together(workers)).allMatch(Optional::isEmpty);

        assertThat(statements.byDay(day).orElseThrow().lines()).isEqualTo(1);
    }

    @Test
    void everyDayThatWasMissedIsAwaited() {
        reconcile(day);

        statements.await(day.plusDays(3));
        statements.await(day.plusDays(3));

        assertThat(statements.newest(null, 3))
                .extracting(Statement::day)
                .containsExactly(day.plusDays(3), day.plusDays(2), day.plusDays(1));
        look();
        assertThat(statements.newest(day.plusDays(4), 3)).allMatch(statement -> statement.comparedAt() != null);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T01:59:59Z, 2025-12-31",
        "2026-01-02T02:00:00Z, 2026-01-01",
        "2026-01-02T17:00:00Z, 2026-01-01"
    })
    void aDaysStatementIsThereAtTenOfTheNext(Instant now, LocalDate newest) {
        assertThat(reconcile(now, bill()).newestReady()).isEqualTo(newest);
    }

    @Test
    void aPersonIsCalledOnce() {
        bills.put(day, List.of(refund(PRICE, State.DONE)));
        expect(day);
        work(bill());

        assertThat(differences.page(Duration.ZERO)).isEmpty();
        assertThat(differences.paged()).isPositive();
    }

    @Test
    void aPersonResolvesADifferenceOnceAndSaysWhy() {
        bills.put(day, List.of(refund(PRICE, State.DONE)));
        reconcile(day);
        long difference = open(day).get(0).id();
        ResolveDifference resolve = testbed.bean(ResolveDifference.class);

        Difference resolved = resolve.resolve(new ResolveDifferenceCommand(day, difference, "Paid by hand.", "staff"));

        assertThat(resolved.resolvedBy()).isEqualTo("staff");
        assertThat(resolved.reason()).isEqualTo("Paid by hand.");
        assertThat(resolved.resolvedAt()).isNotNull();
        assertThat(statements.byDay(day).orElseThrow().open()).isZero();
        assertRefused(ErrorCode.STATEMENT_DIFFERENCE_RESOLVED, day, difference);
        assertRefused(ErrorCode.STATEMENT_DIFFERENCE_NOT_FOUND, day.plusDays(1), difference);
        look();
        assertThat(differences.byId(day, difference).orElseThrow().reason()).isEqualTo("Paid by hand.");
    }

    private void assertRefused(ErrorCode code, LocalDate statement, long difference) {
        assertThatThrownBy(() -> testbed.bean(ResolveDifference.class)
                        .resolve(new ResolveDifferenceCommand(statement, difference, "Again.", "other")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** Compares that day, and looks at what it finds. */
    private void reconcile(LocalDate compared) {
        expect(compared);
        look();
    }

    private void expect(LocalDate awaited) {
        testbed.jdbc()
                .sql(
                        "INSERT INTO provider_statement (day) VALUES (:day) ON CONFLICT (day) DO UPDATE SET next_try_at = now()")
                .param("day", awaited)
                .update();
    }

    private void look() {
        work(bill());
    }

    private void work(ProviderStatements source) {
        reconcile(Instant.EPOCH, source).work();
    }

    private ProviderStatements bill() {
        return asked -> bills.getOrDefault(asked, List.of());
    }

    /** At the epoch no day is ready that is not awaited. */
    private Reconcile reconcile(Instant now, ProviderStatements source) {
        return new Reconcile(
                provider,
                source,
                statements,
                differences,
                captures,
                testbed.bean(RefundWork.class),
                TIMES,
                transaction,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private void open() {
        transaction.executeWithoutResult(status -> {
            testbed.bean(TopUps.class).open(id, new TopUpCommand("customer", PRICE, id), "hash");
            charges.open(
                    id,
                    Purpose.TOP_UP,
                    "customer",
                    PRICE,
                    "A top-up",
                    Instant.now().plusSeconds(600));
        });
    }

    private void captured(LocalDate inBeijing) {
        captured(Instant.parse(inBeijing + "T04:00:00Z"));
    }

    private void captured(Instant at) {
        open();
        captures.record(new Trade(id, Trade.State.CAPTURED, true, "t-" + id, PRICE.minor(), PRICE.currency(), at));
    }

    /** Something that nobody asked for, so that it goes back; its capture is of another day, and known to the statement of that. */
    private void goesBack(LocalDate queued, String state) {
        if (charges.byId(id).isEmpty()) {
            captures.record(new Trade(
                    id,
                    Trade.State.CAPTURED,
                    true,
                    "t-" + id,
                    PRICE.minor(),
                    PRICE.currency(),
                    Instant.parse("2000-01-01T00:00:00Z")));
        } else {
            transaction.executeWithoutResult(
                    status -> refunds.queue(refundId, id, PRICE, RefundCause.REFUND, "A test"));
        }
        testbed.jdbc()
                .sql("UPDATE provider_refund SET queued_at = :at WHERE id = :id")
                .param("at", Instant.parse(queued + "T04:00:00Z").atOffset(ZoneOffset.UTC))
                .param("id", refundId)
                .update();
        state(state);
    }

    private void state(String state) {
        testbed.jdbc()
                .sql(
                        """
                        UPDATE provider_refund
                           SET state = :state, provider_refund_id = CASE WHEN :state <> 'QUEUED' THEN 'r-' || id END,
                               done_at = CASE WHEN :state = 'DONE' THEN now() END,
                               next_try_at = CASE WHEN :state <> 'DONE' THEN next_try_at END
                         WHERE id = :id""")
                .param("state", state)
                .param("id", refundId)
                .update();
    }

    private StatementLine capture(Money amount, String transactionId) {
        return new StatementLine(Kind.CAPTURE, id, transactionId, amount, State.DONE);
    }

    private StatementLine refund(Money amount, State state) {
        return new StatementLine(Kind.REFUND, refundId, "r-" + refundId, amount, state);
    }

    private List<Difference> open(LocalDate of) {
        return differences.of(of, 100).stream()
                .filter(difference -> difference.resolvedAt() == null)
                .toList();
    }

    private List<DifferenceKind> kinds(LocalDate of) {
        return differences.of(of, 100).stream().map(Difference::kind).toList();
    }

    private void assertExplained(DifferenceKind kind) {
        assertThat(differences.of(day, 100)).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(kind);
            assertThat(difference.resolvedBy()).isEqualTo(Differences.RECONCILER);
        });
    }

    private void assertWaitsForAPerson(DifferenceKind kind) {
        assertThat(differences.of(day, 100)).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(kind);
            assertThat(difference.resolvedAt()).isNull();
            assertThat(difference.pagedAt()).isNotNull();
        });
    }
}
