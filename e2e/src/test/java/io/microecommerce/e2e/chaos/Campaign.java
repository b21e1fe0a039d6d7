package io.microecommerce.e2e.chaos;

import io.microecommerce.e2e.chaos.check.Checker;
import io.microecommerce.e2e.chaos.check.Promises;
import io.microecommerce.e2e.chaos.check.Rule;
import io.microecommerce.e2e.chaos.check.Snapshot;
import io.microecommerce.e2e.chaos.check.Snapshot.OrderRow;
import io.microecommerce.e2e.chaos.check.SnapshotReader;
import io.microecommerce.e2e.chaos.check.Story;
import io.microecommerce.e2e.chaos.check.Violation;
import io.microecommerce.e2e.chaos.customer.Assortment;
import io.microecommerce.e2e.chaos.customer.Customer;
import io.microecommerce.e2e.chaos.customer.History;
import io.microecommerce.e2e.chaos.customer.Operation;
import io.microecommerce.e2e.chaos.nemesis.Nemesis;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import io.microecommerce.local.launcher.installation.PlatformException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run: customers at work while a nemesis breaks things, then peace, and everything must come right within the bound.
 *
 * <p>While faults go on the checker looks at what holds at any moment; after the last is healed, at everything.
 */
public final class Campaign {

    /** Within it, after the last fault is healed, everything agrees, whatever was broken. */
    public static final Duration BOUND = Duration.ofSeconds(180);

    private static final Logger log = LoggerFactory.getLogger(Campaign.class);
    private static final int CUSTOMERS = 6;
    /** Of the demonstration account, who earns the commissions. */
    private static final String BOBS_CODE = "BBBBY234";

    private static final long FIRST_MONEY_MINOR = 30_000;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration REFILL_EVERY = Duration.ofSeconds(8);
    /** So many timelines are read over REST at the end. */
    private static final int TIMELINES = 150;

    private static final Duration CALM = Duration.ofSeconds(8);

    private final Shop shop;
    private final long seed;
    private final Duration faultsFor;
    private final Path folder;
    private volatile @Nullable Nemesis nemesis;
    private int timelines;
    private int leftOver;

    /**
     * @param faultsFor how long the nemesis is at work
     * @param folder where the history goes
     */
    public Campaign(Shop shop, long seed, Duration faultsFor, Path folder) {
        this.shop = shop;
        this.seed = seed;
        this.faultsFor = faultsFor;
        this.folder = folder;
    }

    public Report run() {
        Instant began = Instant.now();
        try (History history = new History(folder.resolve("history.jsonl"))) {
            Assortment assortment = Assortment.offeredIn(shop);
            List<Customer> customers = customers(assortment, history);
            SnapshotReader reader = new SnapshotReader(
                    shop.platform(), customers.stream().map(Customer::id).toList(), began);
            Nemesis nemesis = begun(new Nemesis(
                    shop, seed, moment -> history.firstPaidAfter(moment).isPresent()));
            Crowd crowd = new Crowd(customers);
            Set<Violation> violations = new LinkedHashSet<>();
            Looks looks = new Looks(reader, assortment, violations);
            crowd.begin();
            try {
                nemesis.begin();
                looks.during(faultsFor, () -> false);
            } finally {
                // Also when the run is given up: what is broken does not stay so.
                nemesis.end();
            }
            nemesis.armRest();
            new LastPoints(nemesis::rest, shop.faults(), looks::during).reach();
            shop.faults().clear();
            Instant healed = Instant.now();
            looks.during(CALM, () -> false);
            crowd.end();
            Duration settledAfter = settle(customers, history, reader, healed, violations);
            history.oddities().forEach(oddity -> violations.add(new Violation(Rule.STOCK, oddity)));
            return Report.of(
                    seed,
                    faultsFor,
                    history,
                    nemesis.faults(),
                    nemesis.rest(),
                    violations,
                    new Report.Looks(looks.count, timelines, leftOver),
                    settledAfter);
        }
    }

    /** For one who is about to stop the platform under it. */
    public void abandon() {
        Nemesis atWork = nemesis;
        if (atWork != null) {
            atWork.abandon();
        }
    }

    private Nemesis begun(Nemesis begun) {
        nemesis = begun;
        return begun;
    }

    /** @return how long after the last fault everything agreed; if that was not within the bound, violations says what did not */
    private Duration settle(
            List<Customer> customers,
            History history,
            SnapshotReader reader,
            Instant healed,
            Set<Violation> violations) {
        Instant deadline = healed.plus(BOUND);
        List<Violation> last = List.of();
        while (true) {
            repeatUnanswered(customers, history);
            try {
                Snapshot now = reader.readWithOutside();
                last = new ArrayList<>(Checker.settled(now));
                last.addAll(Promises.broken(history.operations(), now));
                for (Operation unanswered : history.unanswered()) {
                    last.add(new Violation(Rule.PROMISES_KEPT, "Nobody answers " + unanswered));
                }
                if (last.isEmpty()) {
                    last.addAll(Story.contradictions(stories(now), now));
                }
                leftOver = now.leftOver().size();
            } catch (SQLException | IOException | PlatformException away) {
                last = List.of(new Violation(Rule.PROMISES_KEPT, "A server cannot be read from: " + away.getMessage()));
            }
            Instant seen = Instant.now();
            if (last.isEmpty() && !seen.isAfter(deadline)) {
                return Duration.between(healed, seen);
            }
            if (seen.isAfter(deadline)) {
                violations.addAll(last);
                if (last.isEmpty()) {
                    violations.add(new Violation(
                            Rule.NOTHING_STUCK,
                            "Everything agrees only " + Duration.between(healed, seen) + " after the last fault"));
                }
                return Duration.between(healed, seen);
            }
            sleep(Duration.ofSeconds(1));
        }
    }

    /** The timelines of some orders, from the whole length of the campaign: as many as are read within seconds. */
    private List<Story> stories(Snapshot now) {
        Visitor staff = shop.logIn(Shop.STAFF);
        List<OrderRow> orders = now.orders();
        int every = Math.max(1, orders.size() / TIMELINES);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < orders.size(); i += every) {
            stories.add(Story.of(orders.get(i).id(), staff));
        }
        timelines = stories.size();
        return stories;
    }

    /** Each customer asks for herself, side by side: a long campaign leaves thousands. */
    private static void repeatUnanswered(List<Customer> customers, History history) {
        Map<String, List<Operation>> unanswered =
                history.unanswered().stream().collect(Collectors.groupingBy(Operation::customerId));
        CompletableFuture.allOf(customers.stream()
                        .map(customer -> CompletableFuture.runAsync(
                                () -> unanswered
                                        .getOrDefault(customer.id(), List.of())
                                        .forEach(customer::repeat),
                                work -> new Thread(work, "customer").start()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private List<Customer> customers(Assortment assortment, History history) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Customer> customers = new ArrayList<>();
        for (int number = 1; number <= CUSTOMERS; number++) {
            String email = email("customer-" + number);
            // Half of them were referred, so that somebody earns a commission.
            shop.register(email, number % 2 == 0 ? BOBS_CODE : "");
            Visitor visitor = shop.logIn(email);
            shop.books().topUp(visitor.id(), FIRST_MONEY_MINOR);
            customers.add(new Customer(shop, assortment, history, random.split(), email, visitor));
        }
        return customers;
    }

    private static String email(String name) {
        return name + "-" + Visitor.newKey() + "@example.com";
    }

    private static void sleep(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at the databases again and again, while faults go on. */
    private final class Looks {

        private final SnapshotReader reader;
        private final Assortment assortment;
        private final Set<Violation> violations;
        private Snapshot before;
        private Instant refilled = Instant.EPOCH;
        private int count;

        Looks(SnapshotReader reader, Assortment assortment, Set<Violation> violations) {
            this.reader = reader;
            this.assortment = assortment;
            this.violations = violations;
        }

        void during(Duration atMost, BooleanSupplier enough) {
            Instant end = Instant.now().plus(atMost);
            while (Instant.now().isBefore(end) && !enough.getAsBoolean()) {
                look();
                refill();
                Duration left = Duration.between(Instant.now(), end);
                sleep(left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY);
            }
        }

        private void look() {
            try {
                Snapshot now = reader.read();
                List<Violation> found = Checker.always(before == null ? now : before, now);
                found.stream().filter(violations::add).forEach(violation -> log.error("{}", violation));
                before = now;
                count++;
            } catch (SQLException databaseAway) {
                log.info("No look: {}", databaseAway.getMessage());
            }
        }

        private void refill() {
            if (refilled.plus(REFILL_EVERY).isBefore(Instant.now())) {
                try {
                    assortment.refill(shop);
                    refilled = Instant.now();
                } catch (IllegalStateException databaseAway) {
                    log.info("No refill: {}", databaseAway.getMessage());
                }
            }
        }
    }

    /** The threads of the customers. */
    private static final class Crowd {

        private final List<Thread> threads;
        private volatile boolean over;

        Crowd(List<Customer> customers) {
            this.threads = customers.stream()
                    .map(customer -> new Thread(() -> shop(customer), "customer"))
                    .toList();
        }

        private void shop(Customer customer) {
            while (!over) {
                try {
                    customer.turn();
                } catch (RuntimeException failure) {
                    log.warn("A customer stumbled", failure);
                }
            }
        }

        void begin() {
            threads.forEach(Thread::start);
        }

        void end() {
            over = true;
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
