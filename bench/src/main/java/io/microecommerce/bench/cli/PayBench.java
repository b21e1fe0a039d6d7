package io.microecommerce.bench.cli;

import io.microecommerce.bench.cpu.CpuClock;
import io.microecommerce.bench.cpu.CpuReading;
import io.microecommerce.bench.load.Ledger;
import io.microecommerce.bench.load.Load;
import io.microecommerce.bench.load.Tally;
import io.microecommerce.bench.load.Window;
import io.microecommerce.bench.rest.Customer;
import io.microecommerce.bench.rest.PayPhase;
import io.microecommerce.bench.rest.PhaseMetrics;
import io.microecommerce.bench.rest.PhasePercentiles;
import io.microecommerce.bench.rest.PhaseTimes;
import io.microecommerce.bench.rest.RestClient;
import io.microecommerce.bench.rest.Storefront;
import io.microecommerce.bench.store.CommitPeer;
import io.microecommerce.bench.store.Operator;
import io.microecommerce.bench.store.RunRecords;
import io.microecommerce.bench.store.Stock;
import io.microecommerce.bench.store.Wallets;
import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.books.Books;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One run of {@code bench pay}, from the first customer to the audit. */
final class PayBench {

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration PEER = Duration.ofSeconds(3);
    /** Faster than this platform can be on one machine, so that neither money nor goods run out. */
    private static final long MOST_PAYMENTS_A_SECOND = 5_000;

    private final Platform platform;
    private final PayOptions options;
    private final Consumer<String> progress;
    private final Operator operator;
    private final Stock stock;
    private final Storefront storefront;
    private final PhaseMetrics metrics;
    private final Ledger ledger = new Ledger();

    /** @param progress hears what is being done */
    PayBench(Platform platform, PayOptions options, Consumer<String> progress) {
        this.platform = platform;
        this.options = options;
        this.progress = progress;
        this.operator = new Operator(platform);
        this.stock = new Stock(operator);
        this.storefront = new Storefront(new RestClient(platform.port("gateway")));
        this.metrics = new PhaseMetrics(new RestClient(platform.port("svc-payment")));
    }

    Report run() throws InterruptedException {
        // Fails before anything was changed if svc-payment does not tell.
        metrics.times();
        Preparation preparation = new Preparation(storefront);
        List<Preparation.PricedSku> skus =
                preparation.forSale(options.sku().map(List::of).orElseGet(stock::skus));
        List<String> skuIds = skus.stream().map(Preparation.PricedSku::id).toList();
        long dearest =
                skus.stream().mapToLong(Preparation.PricedSku::priceMinor).max().orElseThrow();
        long mostPayments = MOST_PAYMENTS_A_SECOND * (options.seconds() + WARM_UP.toSeconds());

        progress.accept("Registering " + options.threads() + " customers ...");
        List<Customer> customers = preparation.customers(options.threads());
        List<String> customerIds = customers.stream().map(Customer::id).toList();
        new Wallets(operator).topUp(customerIds, Math.multiplyExact(dearest, mostPayments));
        RunRecords records = new RunRecords(operator, customerIds);
        Auditor auditor = new Auditor(records, new Books(platform));

        progress.accept("Measuring the peer for " + PEER.toSeconds() + " s ...");
        CommitPeer.Result peer = new CommitPeer(operator).run(options.threads(), PEER);

        Measurement measurement;
        stock.receive(skuIds, mostPayments);
        try {
            progress.accept("Paying for " + WARM_UP.toSeconds() + " s of warm-up and " + options.seconds() + " s ...");
            measurement = measure(customers, skuIds);
            progress.accept("Waiting until nothing is under way ...");
            auditor.awaitSettled();
        } finally {
            stock.takeBack(skuIds, mostPayments, records.orders());
        }
        return new Report(
                options,
                skuIds,
                measurement.seconds(),
                peer,
                measurement.tally().figures(),
                measurement.after().cpu().millisSince(measurement.before().cpu()),
                measurement.after().phases().since(measurement.before().phases()),
                measurement.percentiles(),
                auditor.audit(ledger));
    }

    private Measurement measure(List<Customer> customers, List<String> skus) throws InterruptedException {
        CpuClock cpu = new CpuClock(platform);
        Window window = Window.after(WARM_UP, Duration.ofSeconds(options.seconds()));
        Tally tally = new Tally(window);
        try (Load load = Load.start(storefront, customers, skus, window, tally, ledger)) {
            window.awaitBegin();
            Reading before = new Reading(cpu.read(), metrics.times());
            window.awaitEnd();
            Reading after = new Reading(cpu.read(), metrics.times());
            load.await();
            return new Measurement(options.seconds(), tally, before, after, metrics.percentiles());
        }
    }

    /** The counters of the platform at one moment. */
    private record Reading(CpuReading cpu, PhaseTimes phases) {}

    private record Measurement(
            double seconds, Tally tally, Reading before, Reading after, Map<PayPhase, PhasePercentiles> percentiles) {}
}
