package io.microecommerce.e2e.shop;

import static org.awaitility.Awaitility.await;

import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The platform under test: started once, on ports of its own, and stopped when the tests end. */
public final class Shop {

    public static final String ALICE = "alice@example.com";
    public static final String BOB = "bob@example.com";
    public static final String STAFF = "staff@example.com";

    private static final Logger log = LoggerFactory.getLogger(Shop.class);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);
    private static final String PASSWORD = "demo-password";
    private static final AtomicInteger customers = new AtomicInteger();

    private static volatile Platform started;

    private final Platform platform;
    private final Path crashPoints;
    private final Books books;

    private Shop(Platform platform, Path crashPoints) {
        this.platform = platform;
        this.crashPoints = crashPoints;
        this.books = new Books(platform);
    }

    /** Stops the platform if a test opened the shop. */
    static void closeIfOpen() {
        Platform platform = started;
        if (platform != null) {
            platform.stop();
        }
    }

    /** The one shop of this test run. */
    public static Shop open() {
        return Holder.SHOP;
    }

    private static final class Holder {

        private static final Shop SHOP = start();

        private static Shop start() {
            try {
                Path checkout = Platform.checkout();
                Path home = Files.createDirectories(checkout.resolve("e2e/target/shop"));
                Path crashPoints = Files.createDirectories(checkout.resolve("e2e/target/crash-points"));
                Platform platform = Platform.open(checkout)
                        .home(Files.createTempDirectory(home, "run-"))
                        .freePorts()
                        .environment(
                                "svc-payment",
                                Map.of(
                                        "CRASH_POINTS", crashPoints.toString(),
                                        "CLASSPATH", classPathWithCrashPoints(checkout)))
                        .build();
                // For a run that is interrupted; at its end StopShop does it.
                Runtime.getRuntime().addShutdownHook(new Thread(platform::stop));
                started = platform;
                long began = System.nanoTime();
                platform.start();
                log.info("The platform is up after {} s", secondsSince(began));
                return new Shop(platform, crashPoints);
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
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

    public URI gateway() {
        return URI.create("http://127.0.0.1:" + platform.port("gateway"));
    }

    public Visitor anonymous() {
        return new Visitor(gateway(), Optional.empty(), "");
    }

    /** One of the demonstration accounts. */
    public Visitor logIn(String email) {
        String token = anonymous()
                .post("/api/v1/session", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD))
                .expect(200)
                .text("/token");
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
                                .formatted(email, PASSWORD))
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
        await(what)
                .atMost(SETTLED_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    List<String> disagreements = books.disagreements(orderId);
                    if (!disagreements.isEmpty()) {
                        throw new AssertionError(disagreements.toString());
                    }
                });
        log.info("{}: money, stock, order and message agree after {} s", what, secondsSince(began));
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
