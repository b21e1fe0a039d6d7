package io.microecommerce.e2e.shop;

import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.chaos.network.Network;
import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.faults.FaultFolder;
import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.Progress;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.topology.Component;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform under test: started once, on ports of its own, and stopped when the tests end. Its connections lead through a
 * {@link Network} of proxies, and in its services stand the {@link FaultFolder faults}, so that every test can disturb it.
 */
public final class Shop {

    public static final String ALICE = "alice@example.com";
    public static final String BOB = "bob@example.com";
    public static final String STAFF = "staff@example.com";

    private static final Logger log = LoggerFactory.getLogger(Shop.class);
    /** The shortest that is sound, see AuditProperties. */
    private static final String AUDIT_AFTER = "40s";
    /** The shortest that is sound, see TcSettings: how long the TC keeps what has ended, and waits for who has died. */
    private static final String RETRY_DEAD_MILLIS = "15000";

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);
    private static final AtomicInteger customers = new AtomicInteger();

    static final List<String> SERVICES =
            List.of("svc-cart", "svc-customer", "svc-order", "svc-payment", "svc-product", "gateway");
    /** Of these a second instance stands by, see {@link #second}. */
    private static final List<String> REPLICATED =
            Stream.concat(SERVICES.stream(), Stream.of("seata-server")).toList();

    private static volatile @Nullable Shop started;
    private static @Nullable Shop opened;
    private static boolean failedToStart;

    private final Platform platform;
    private final Network network;
    private final FaultFolder faults;
    private final Books books;
    private final Traces traces;
    private final PostOffice post;

    private Shop(Platform platform, Network network, FaultFolder faults, PostOffice post) {
        this.platform = platform;
        this.network = network;
        this.faults = faults;
        this.books = new Books(platform);
        this.traces = new Traces(platform);
        this.post = post;
    }

    /** Stops the platform if a test opened the shop. */
    public static void closeIfOpen() {
        Shop shop = started;
        if (shop != null) {
            shop.close();
        }
    }

    /** Stops it; may be called again. */
    public void close() {
        platform.stop();
        network.close();
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
            return start(checkout, Files.createTempDirectory(home, "run-"), post);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A shop of its own, which the caller closes, with all its state in that folder. */
    public static Shop start(Path checkout, Path home, PostOffice post) {
        Platform platform = Platform.open(checkout)
                .home(home)
                .with("tracing")
                .standby(REPLICATED.toArray(String[]::new))
                .freePorts()
                .progress(new LoggedProgress())
                .build();
        Path folder = home.resolve("faults");
        SERVICES.forEach(service -> tellBoth(platform, service, faultsIn(checkout, service, folder)));
        tellBoth(platform, "svc-customer", post.environment());
        tellBoth(platform, "svc-order", post.environment());
        tellBoth(
                platform,
                "svc-payment",
                Map.of("AUDIT_AFTER", AUDIT_AFTER, "STATEMENT_LOOK_EVERY", "1s", "STATEMENT_PAGE_AFTER", "5s"));
        tellBoth(platform, "seata-server", Map.of("SEATA_RETRY_DEAD_MILLIS", RETRY_DEAD_MILLIS));
        Shop shop = new Shop(platform, Network.within(platform), new FaultFolder(folder), post);
        started = shop;
        long began = System.nanoTime();
        try {
            Files.createDirectories(folder);
            platform.start();
        } catch (IOException | RuntimeException failure) {
            shop.network.close();
            throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }
        log.info("The platform is up after {} s", secondsSince(began));
        return shop;
    }

    private static void tellBoth(Platform platform, String component, Map<String, String> environment) {
        platform.environment(component, environment);
        platform.environment(second(component), environment);
    }

    /**
     * The name of the second instance of a service or of the TC, which is there once it is restarted. It goes past the
     * {@link Network}.
     */
    public static String second(String component) {
        return Component.nameOfSecond(component);
    }

    /** Tells the log of the build which component took how long, for the day when one takes too long. */
    private static final class LoggedProgress implements Progress {

        @Override
        public void ready(String component, Duration after) {
            log.info("{} is ready after {} s", component, String.format("%.1f", after.toMillis() / 1e3));
        }
    }

    /** The test classes come first: Spring Boot finds the faults there. */
    private static Map<String, String> faultsIn(Path checkout, String service, Path folder) {
        Path built = checkout.resolve(service).resolve("target");
        try {
            String classPath = String.join(
                    ":",
                    checkout.resolve("e2e/target/test-classes").toString(),
                    built.resolve("classes").toString(),
                    Files.readString(built.resolve("classpath")).strip());
            return Map.of("CLASSPATH", classPath, FaultFolder.VARIABLE, folder.toString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public Platform platform() {
        return platform;
    }

    /** The proxies between the processes. */
    public Network network() {
        return network;
    }

    /** What the services are told to do wrong. */
    public FaultFolder faults() {
        return faults;
    }

    public Books books() {
        return books;
    }

    /** What the services tell of what they do. */
    public Traces traces() {
        return traces;
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
        return gateway("gateway");
    }

    private URI gateway(String instance) {
        return URI.create("http://127.0.0.1:" + platform.port(instance));
    }

    /** The same customer, at the second gateway. */
    public Visitor atSecondGateway(Visitor customer) {
        return new Visitor(gateway(second("gateway")), Optional.of(customer.token()), customer.id());
    }

    public Visitor anonymous() {
        return new Visitor(gateway(), Optional.empty(), "");
    }

    /**
     * An account that is there, such as one of the demonstration. As in {@link #register} it is repeated while the outcome is not
     * known: a busy machine may take longer for a password than an answer is waited for.
     */
    public Visitor logIn(String email) {
        Answer session = await("login of " + email)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .pollDelay(Duration.ZERO)
                .until(() -> anonymous().logsIn(email, Visitor.PASSWORD), answer -> answer.status() != 503);
        String token = session.expect(200).text("/token");
        Visitor visitor = anonymous().withToken(token);
        return new Visitor(
                gateway(),
                Optional.of(token),
                visitor.get("/api/v1/customer/me").expect(200).text("/id"));
    }

    /**
     * Makes a customer, and waits until it stands: on a machine that is just starting the first hash of a password may take longer
     * than an answer is waited for.
     *
     * @param referrerCode empty for none
     */
    public void register(String email, String referrerCode) {
        Map<String, Object> customer = Json.object(
                "email", email, "password", Visitor.PASSWORD, "first_name", "Test", "last_name", "Customer");
        if (!referrerCode.isEmpty()) {
            customer.put("referrer_code", referrerCode);
        }
        await("registration of " + email)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    int status = anonymous()
                            .post("/api/v1/customer", Json.text(customer))
                            .status();
                    // 409: an earlier one, whose answer did not come, has made it.
                    return status == 201 || status == 409;
                });
    }

    /** A new customer with that much money, so that tests do not meet in a wallet. */
    public Visitor newCustomer(long walletMinor) {
        String email = "customer-%d-%d@example.com".formatted(System.nanoTime(), customers.incrementAndGet());
        register(email, "");
        Visitor customer = logIn(email);
        if (walletMinor > 0) {
            books.topUp(customer.id(), walletMinor);
        }
        return customer;
    }

    /** Restarts them side by side, and returns when all are ready. */
    public void restartAll(String... components) {
        sideBySide("restart", components, platform::restart);
    }

    /** Stops them side by side, each as the end of the platform would. */
    public void stopAll(String... components) {
        sideBySide("stop", components, platform::stop);
    }

    private static void sideBySide(String what, String[] components, Consumer<String> action) {
        CompletableFuture.allOf(Stream.of(components)
                        .map(component -> CompletableFuture.runAsync(
                                () -> action.accept(component),
                                work -> new Thread(work, what + "-" + component).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
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

    /** Waits until somebody stands at a point where he was told to pause. */
    public void awaitHit(CrashPoint point) {
        await("somebody comes to " + point)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> faults.isHit(point));
    }

    private static String secondsSince(long nanos) {
        return String.format("%.1f", (System.nanoTime() - nanos) / 1e9);
    }
}
