package io.microecommerce.bench.cli;

import io.microecommerce.bench.load.Ledger;
import io.microecommerce.bench.load.Verdict;
import io.microecommerce.bench.store.RunRecords;
import io.microecommerce.local.launcher.books.Books;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Holds what the customers were told against the databases, once nothing is under way any more. */
final class Auditor {

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 250;

    private final RunRecords records;
    private final Books books;

    Auditor(RunRecords records, Books books) {
        this.records = records;
        this.books = books;
    }

    /** Waits until nothing is under way, for a bounded time; what is then shows in {@link #audit}. */
    void awaitSettled() throws InterruptedException {
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        while (records.underWay() > 0 && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    Audit audit(Ledger ledger) {
        Set<String> paid = records.paidKeys();
        Set<String> answeredPaid = ledger.keys(Verdict.PAID);
        Set<String> unknown = ledger.keys(Verdict.UNKNOWN);
        long unknownPaid = among(unknown, paid);

        List<String> found = new ArrayList<>();
        note(found, answeredPaid.size() - among(answeredPaid, paid), "payments were answered 201 and are not PAID");
        note(found, among(ledger.keys(Verdict.NOT_PAID), paid), "payments were answered as not paid and are PAID");
        if (paid.size() != answeredPaid.size() + unknownPaid) {
            found.add(paid.size() + " payments are PAID, but " + answeredPaid.size() + " were answered 201 and "
                    + unknownPaid + " of the unknown came to be paid");
        }
        note(
                found,
                records.underWay(),
                "payments, orders or reservations are still under way after " + SETTLED_WITHIN.toSeconds() + " s");
        noteUnlessEqual(found, paid.size(), records.orders("PAID"), "orders are PAID");
        noteUnlessEqual(found, paid.size(), records.reservations("SOLD"), "reservations are SOLD");
        found.addAll(books.violations());
        return new Audit(answeredPaid.size(), unknown.size(), unknownPaid, paid.size(), found);
    }

    private static long among(Set<String> keys, Set<String> paid) {
        return keys.stream().filter(paid::contains).count();
    }

    private static void note(List<String> found, long count, String what) {
        if (count > 0) {
            found.add(count + " " + what);
        }
    }

    private static void noteUnlessEqual(List<String> found, long payments, long count, String what) {
        if (payments != count) {
            found.add(payments + " payments are PAID, but " + count + " " + what);
        }
    }
}
