package io.microecommerce.e2e.shop;

import static org.awaitility.Awaitility.await;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.Progress;
import io.microecommerce.local.launcher.installation.PlatformException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The platform under test: started once, on ports of its own, and stopped when the tests end. */
public final class Shop {

    public static final String ALICE = "alice@example.com";
    public static final String BOB = "bob@example.com";
    public static final String STAFF = "staff@example.com";

    private static final Logger log = LoggerFactory.getLogger(Shop.class);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);
    private static final AtomicInteger customers = new AtomicInteger();

    private static volatile @Nullable Platform started;
    private static @Nullable Shop opened;
    private static boolean failedToStart;

    private final Platform platform;
    private final Path crashPoints;
    private final Books books;
    private final PostOffice post;

    private Shop(Platform platform, Path crashPoints, PostOffice post) {
        this.platform = platform;
        this.crashPoints = crashPoints;
        this.books = new Books(platform);
        this.post = post;
    }

    /** Stops the platform if a test opened the shop. */
    static void closeIfOpen() {
        Platform platform = started;
        if (platform != null) {
            platform.stop();
        }
    }

    /**
     * The one shop of this test run.
     *
     * @throws PlatformException if it does not start, saying why; the tests after the first are then skipped, so that the
     *     reason is not buried under them
     */
    public static synchronized Shop open() {
        if (failedToStart) {
            throw new TestAbortedException("The platform did not start, see the first test that needed it.");
        }
        if (opened == null) {
            failedToStart = true;
            opened = start();
            failedToStart = false;
        }
        return opened;
    }

    private static Shop start() {
        // For a run that is interrupted; at its end StopShop does it.
        Runtime.getRuntime().addShutdownHook(new Thread(Shop::closeIfOpen));
        Path checkout = Platform.checkout();
        PostOffice post = new PostOffice();
        try {
            return start(checkout, post);
        } catch (PlatformException failure) {
            // A port that was free when it was chosen may have been taken since: once more, on other ports.
            log.error("The platform did not start", failure);
            return start(checkout, post);
        }
    }

    private static Shop start(Path checkout, PostOffice post) {
        try {
            Path home = Files.createDirectories(checkout.resolve("e2e/target/shop"));
            Path crashPoints = Files.createDirectories(checkout.resolve("e2e/target/crash-points"));
            Platform platform = Platform.open(checkout)
                    .home(Files.createTempDirectory(home, "run-"))
                    .freePorts()
                    .progress(new LoggedProgress())
                    .environment(
                            "svc-payment",
                            Map.of(
                                    "CRASH_POINTS", crashPoints.toString(),
                                    "CLASSPATH", classPathWithCrashPoints(checkout)))
                    .environment("svc-customer", post.environment())
                    .environment("svc-order", post.environment())
                    .build();
            started = platform;
            long began = System.nanoTime();
            platform.start();
            log.info("The platform is up after {} s", secondsSince(began));
            return new Shop(platform, crashPoints, post);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Tells the log of the build which component took how long, for the day when one takes too long. */
    private static final class LoggedProgress implements Progress {

        @Override
        public void ready(String component, Duration after) {
            log.info("{} is ready after {} s", component, String.format("%.1f", after.toMillis() / 1e3));
        }
    }

    private static String classPathWithCrashPoints(Path checkout) throws IOException {
        Path service = checkout.resolve("svc-payment/target");
        return String.join(
                ":",
                checkout.resolve("e2e/target/test-classes").toString(),
                service.resolve("classes").toString(),
                Files.readString(service.resolve("classpath")).strip());
    }

    public Platform platform() {
        return platform;
    }

    public Books books() {
        return books;
    }

    /** Where the mails of the services arrive. */
    public PostOffice post() {
        return post;
    }

    /** Runs {@code ./shop} with these arguments. */
    public ShopCommand command(String... arguments) {
        return ShopCommand.run(platform, List.of(arguments));
    }

    public URI gateway() {
        return URI.create("http://127.0.0.1:" + platform.port("gateway"));
    }

    public Visitor anonymous() {
        return new Visitor(gateway(), Optional.empty(), "");
    }

    /** One of the demonstration accounts. */
    public Visitor logIn(String email) {
        String token = anonymous().logsIn(email, Visitor.PASSWORD).expect(200).text("/token");
        Visitor visitor = anonymous().withToken(token);
        return new Visitor(
                gateway(),
                Optional.of(token),
                visitor.get("/api/v1/customer/me").expect(200).text("/id"));
    }

    /** A new customer with that much money, so that tests do not meet in a wallet. */
    public Visitor newCustomer(long walletMinor) {
        String email = "customer-%d-%d@example.com".formatted(System.nanoTime(), customers.incrementAndGet());
        anonymous()
                .post(
                        "/api/v1/customer",
                        "{\"email\":\"%s\",\"password\":\"%s\",\"first_name\":\"Test\",\"last_name\":\"Customer\"}"
                                .formatted(email, Visitor.PASSWORD))
                .expect(201);
        Visitor customer = logIn(email);
        if (walletMinor > 0) {
            books.topUp(customer.id(), walletMinor);
        }
        return customer;
    }

    /** Waits until money, stock, order and message of the order agree, and says how long that took. */
    public void settles(String what, String orderId) {
        long began = System.nanoTime();
        await(what).atMost(SETTLED_WITHIN).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            List<String> disagreements = disagreements(orderId);
            if (!disagreements.isEmpty()) {
                throw new AssertionError(disagreements.toString());
            }
        });
        log.info("{}: money, stock, order and message agree after {} s", what, secondsSince(began));
    }

    /** A database that is just being restarted cannot be read, and is a disagreement as well. */
    private List<String> disagreements(String orderId) {
        try {
            return books.disagreements(orderId);
        } catch (IllegalStateException | PlatformException unreadable) {
            return List.of(String.valueOf(unreadable.getCause()));
        }
    }

    /** svc-payment dies when it next reaches that step. */
    public void crashAt(String step) {
        write(step + ".halt");
    }

    /** svc-payment waits at that step, when it next reaches it, until {@link #goOn}. */
    public void pauseAt(String step) {
        delete(step + ".reached");
        write(step + ".pause");
    }

    public void awaitPaused(String step) {
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(crashPoints.resolve(step + ".reached")));
    }

    public void goOn(String step) {
        delete(step + ".pause");
    }

    private void write(String name) {
        try {
            Files.writeString(crashPoints.resolve(name), "");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(crashPoints.resolve(name));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String secondsSince(long nanos) {
        return String.format("%.1f", (System.nanoTime() - nanos) / 1e9);
    }
}
