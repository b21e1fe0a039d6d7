package io.microecommerce.payment.statement;

import io.microecommerce.payment.provider.Captures;
import io.microecommerce.payment.provider.Provider;
import io.microecommerce.payment.provider.ProviderStatements;
import io.microecommerce.payment.provider.RefundWork;
import io.microecommerce.payment.provider.StatementLine;
import io.microecommerce.payment.provider.Trade;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares each day with the provider's statement, once; asks the provider about what differs, and calls a person to what that does
 * not explain. It books nothing itself: an answer to a query does, as ever. Several instances may work at the same time.
 */
@Component
class Reconcile {

    private static final Logger log = LoggerFactory.getLogger(Reconcile.class);
    private static final int DAYS_AT_ONCE = 7;
    private static final int DIFFERENCES_AT_ONCE = 100;

    private final Provider provider;
    private final ProviderStatements source;
    private final Statements statements;
    private final Differences differences;
    private final Captures captures;
    private final RefundWork refunds;
    private final StatementProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reconcile(
            Provider provider,
            ProviderStatements source,
            Statements statements,
            Differences differences,
            Captures captures,
            RefundWork refunds,
            StatementProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.provider = provider;
        this.source = source;
        this.statements = statements;
        this.differences = differences;
        this.captures = captures;
        this.refunds = refunds;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${shop.statement.look-every}", initialDelayString = "${shop.statement.look-every}")
    void work() {
        if (!provider.available()) {
            return;
        }
        statements.await(newestReady());
        statements.toFetch(DAYS_AT_ONCE).forEach(this::fetch);
        differences.toLookAt(DIFFERENCES_AT_ONCE).forEach(this::look);
        for (Difference left : differences.page(properties.pageAfter())) {
            log.error(
                    "The statement of {} needs a person, {} of {}: there {}; here {}",
                    left.day(),
                    left.kind(),
                    left.subject(),
                    left.there(),
                    left.here());
        }
    }

    /** The newest day whose statement can be had. */
    LocalDate newestReady() {
        ZonedDateTime now = clock.instant().atZone(ProviderStatements.ZONE);
        LocalDate yesterday = now.toLocalDate().minusDays(1);
        return now.toLocalTime().isBefore(properties.readyAt()) ? yesterday.minusDays(1) : yesterday;
    }

    private void fetch(LocalDate day) {
        try {
            List<StatementLine> lines = source.ofDay(day);
            transaction.executeWithoutResult(status -> compare(day, lines));
        } catch (RuntimeException failure) {
            log.warn("The statement of {} is not compared yet: {}", day, failure.toString());
            statements.failed(day, failure.toString());
        }
    }

    private void compare(LocalDate day, List<StatementLine> lines) {
        if (!statements.keep(day, lines)) {
            return;
        }
        int found = 0;
        for (Pair pair : statements.pairs(day)) {
            Optional<DifferenceKind> kind = pair.difference();
            kind.ifPresent(it -> differences.record(it, pair));
            found += kind.isPresent() ? 1 : 0;
        }
        log.info("The statement of {} has {} lines; differences: {}", day, lines.size(), found);
    }

    private void look(Difference difference) {
        try {
            if (stillThere(difference)) {
                ask(difference);
                stillThere(difference);
            }
        } catch (RuntimeException failure) {
            log.warn(
                    "Difference {} of {} is not explained yet: {}",
                    difference.id(),
                    difference.day(),
                    failure.toString());
        }
    }

    private boolean stillThere(Difference difference) {
        Pair pair = differences.pair(difference);
        Optional<DifferenceKind> now = pair.difference();
        if (now.filter(difference.kind()::equals).isPresent()) {
            differences.seen(difference.id(), pair);
            return true;
        }
        transaction.executeWithoutResult(status -> {
            now.ifPresent(another -> differences.record(another, pair));
            String reason = now.map(another -> "It has become " + another).orElse("They agree by now") + ": there "
                    + pair.thereInWords() + "; here " + pair.hereInWords();
            if (differences.resolve(difference.id(), Differences.RECONCILER, reason)) {
                log.info("Difference {} of {} is explained: {}", difference.id(), difference.day(), reason);
            }
        });
        return false;
    }

    /** The statement itself is not believed: it makes us ask, and what the provider then answers is. */
    private void ask(Difference difference) {
        switch (difference.kind()) {
            case MISSING_HERE, STATE_DIFFERS ->
                provider.query(difference.subject())
                        .filter(trade -> trade.state() == Trade.State.CAPTURED)
                        .ifPresent(captures::record);
            case REFUND_STATE_DIFFERS -> refunds.trySoon(difference.subject());
            case MISSING_THERE,
                    AMOUNT_DIFFERS,
                    TRANSACTION_DIFFERS,
                    REFUND_MISSING_HERE,
                    REFUND_MISSING_THERE,
                    REFUND_AMOUNT_DIFFERS -> {
                // No answer would change our row.
            }
        }
    }
}
