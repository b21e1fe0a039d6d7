package io.microecommerce.service.tcc;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.installation.ShopHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.seata.core.context.RootContext;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.core.model.BranchStatus;
import org.apache.seata.core.model.BranchType;
import org.apache.seata.rm.DefaultResourceManager;
import org.apache.seata.tm.TransactionManagerHolder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proves a TCC participant against the real PostgreSQL and the real TC. The servers are processes; the service runs in this
 * JVM as it is, without Nacos, so that a test can call its Try and look into its database.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final ParticipantTestbed testbed = ParticipantTestbed.of("svc-x", XApplication.class);
 *
 * @Test
 * void cancelGivesBack() {
 *     String xid = testbed.begin();
 *     testbed.runTry(xid, () -> testbed.bean(XTccParticipant.class).tryHold("id"));
 *     testbed.rollback(xid);
 *     assertThat(testbed.fenceRows(xid)).extracting(FenceRow::state).containsExactly(FenceRow.State.ROLLED_BACK);
 * }
 * }</pre>
 *
 * <p>Servers and service are started once for all test classes of a module and stopped at the end. They live in
 * {@code target/testbed}, where their logs stay. The using module needs the launcher as a test dependency.
 */
public final class ParticipantTestbed implements BeforeAllCallback {

    private static final Duration GLOBAL_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PHASE_TWO_DEADLINE = Duration.ofSeconds(30);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final String component;
    private final Class<?> application;
    private final List<String> servers = new ArrayList<>(List.of("postgres", "seata-server"));
    private final Map<String, String> properties = new LinkedHashMap<>();
    private Running running;

    private ParticipantTestbed(String component, Class<?> application) {
        this.component = component;
        this.application = application;
    }

    /**
     * @param component the service's name in {@code local/topology.yaml}; it gets the environment that stands there
     * @param application its main class
     */
    public static ParticipantTestbed of(String component, Class<?> application) {
        return new ParticipantTestbed(component, application);
    }

    /** Sets a property of the service. All test classes of a module must set the same ones: it is started once. */
    public ParticipantTestbed with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** Starts more of the platform than PostgreSQL and the TC, for a service that does not start without. */
    public ParticipantTestbed beside(String... components) {
        servers.addAll(List.of(components));
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ParticipantTestbed.class))
                .computeIfAbsent(component, name -> start(), Running.class);
    }

    // ---- what runs -------------------------------------------------------------------------------------------------

    /** The servers, to stop, kill or freeze one. */
    public Platform platform() {
        return running.platform;
    }

    public <T> T bean(Class<T> type) {
        return running.service.getBean(type);
    }

    /** The service's own database. */
    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    // ---- phase one -------------------------------------------------------------------------------------------------

    /** Begins a global transaction. */
    public String begin() {
        return transaction(() -> TransactionManagerHolder.get()
                .begin(null, null, "participant-test", Math.toIntExact(GLOBAL_TIMEOUT.toMillis())));
    }

    /** Calls a Try as a branch of that transaction; what it throws comes out. */
    public void runTry(String xid, Runnable tryCall) {
        RootContext.bind(xid);
        try {
            tryCall.run();
        } finally {
            RootContext.unbind();
        }
    }

    /**
     * Calls a Try that is delayed on its way: its branch is registered, and it does not reach its fence before it is told
     * to go on. Returns when it waits there.
     */
    public DelayedTry delayTry(String xid, Runnable tryCall) {
        DelayedTry delayed = new DelayedTry();
        new Thread(
                        () -> {
                            try {
                                running.branches.delayOnThisThread(delayed);
                                runTry(xid, tryCall);
                                delayed.end.complete(Optional.empty());
                            } catch (Throwable failure) {
                                delayed.end.complete(Optional.of(failure));
                            } finally {
                                delayed.registered.countDown();
                            }
                        },
                        "delayed-try")
                .start();
        await("the delayed Try to be registered", () -> delayed.registered.getCount() == 0);
        return delayed;
    }

    /** See {@link #delayTry}. */
    public static final class DelayedTry {

        private final CountDownLatch registered = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();

        /** Lets it reach its fence, and returns what it then threw. */
        public Optional<Throwable> goOn() {
            goOn.countDown();
            return end.orTimeout(PHASE_TWO_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }

        void waitAtTheFence() {
            registered.countDown();
            try {
                if (!goOn.await(GLOBAL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("The test never let the Try go on");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** Runs all of them at the same time, and returns what each threw, in their order. */
    public List<Optional<Throwable>> together(List<Runnable> calls) {
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Optional<Throwable>>> ends = new ArrayList<>();
        for (Runnable call : calls) {
            CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
            ends.add(end);
            new Thread(() -> {
                        try {
                            start.await();
                            call.run();
                            end.complete(Optional.empty());
                        } catch (Throwable failure) {
                            end.complete(Optional.of(failure));
                        }
                    })
                    .start();
        }
        start.countDown();
        return ends.stream()
                .map(end -> end.orTimeout(PHASE_TWO_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
                        .join())
                .toList();
    }

    // ---- phase two -------------------------------------------------------------------------------------------------

    /** Commits through the TC, and returns when each branch has had its Confirm. */
    public void commit(String xid) {
        transaction(() -> TransactionManagerHolder.get().commit(xid));
        awaitPhaseTwo(xid);
    }

    /** Rolls back through the TC, and returns when each branch has had its Cancel, an empty one included. */
    public void rollback(String xid) {
        transaction(() -> TransactionManagerHolder.get().rollback(xid));
        awaitPhaseTwo(xid);
    }

    /** The branches whose Try was called here, in the order of their registration. */
    public List<Branch> branches(String xid) {
        return running.branches.of(xid);
    }

    /** Delivers a Confirm as the TC would, whatever was delivered before. */
    public BranchStatus deliverConfirm(Branch branch) {
        return transaction(() -> DefaultResourceManager.get()
                .branchCommit(
                        BranchType.TCC, branch.xid(), branch.id(), branch.actionName(), branch.applicationData()));
    }

    /** Delivers a Cancel as the TC would, whatever was delivered before. */
    public BranchStatus deliverCancel(Branch branch) {
        return transaction(() -> DefaultResourceManager.get()
                .branchRollback(
                        BranchType.TCC, branch.xid(), branch.id(), branch.actionName(), branch.applicationData()));
    }

    /** What the fence remembers of a transaction. */
    public List<FenceRow> fenceRows(String xid) {
        return jdbc().sql(
                        "SELECT xid, branch_id, action_name, status FROM tcc_fence_log WHERE xid = :xid ORDER BY branch_id")
                .param("xid", xid)
                .query((row, number) -> new FenceRow(
                        row.getString("xid"),
                        row.getLong("branch_id"),
                        row.getString("action_name"),
                        FenceRow.State.of(row.getInt("status"))))
                .list();
    }

    private void awaitPhaseTwo(String xid) {
        await("phase two of " + xid, () -> {
            List<FenceRow> rows = fenceRows(xid);
            return rows.size() == branches(xid).size()
                    && rows.stream().noneMatch(row -> row.state() == FenceRow.State.TRIED);
        });
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PHASE_TWO_DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited " + PHASE_TWO_DEADLINE + " in vain for " + what);
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    private static <T> T transaction(Callable<T> call) {
        try {
            return call.call();
        } catch (TransactionException failure) {
            throw new IllegalStateException("The TC or the participant answered " + failure.getCode(), failure);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    // ---- start and end ---------------------------------------------------------------------------------------------

    private record Running(Platform platform, ConfigurableApplicationContext service, Branches branches)
            implements AutoCloseable {

        @Override
        public void close() {
            try {
                service.close();
            } finally {
                platform.close();
            }
        }
    }

    private Running start() {
        Path home = Path.of("target", "testbed").toAbsolutePath();
        try {
            ShopHome.deleteTree(home);
        } catch (IOException failure) {
            throw new IllegalStateException("Cannot empty " + home, failure);
        }
        Platform platform = Platform.open(Platform.checkout())
                .home(home)
                .freePorts()
                .only(servers.toArray(String[]::new))
                .environment("seata-server", Map.of("SEATA_REGISTRY", "file"))
                .start();
        try {
            Branches branches = Branches.watch();
            return new Running(platform, startService(platform), branches);
        } catch (Throwable failure) {
            platform.close();
            throw failure;
        }
    }

    private ConfigurableApplicationContext startService(Platform platform) {
        Map<String, String> all = new LinkedHashMap<>(platform.env(component));
        // The local profile brings demonstration data; a test makes its own.
        all.remove("SPRING_PROFILES_ACTIVE");
        all.put("SERVER_PORT", "0");
        all.put("dubbo.protocol.port", "-1");
        all.put("dubbo.registry.address", "N/A");
        all.put("spring.cloud.nacos.discovery.enabled", "false");
        all.put("spring.cloud.nacos.config.enabled", "false");
        all.put("spring.cloud.nacos.config.import-check.enabled", "false");
        all.put("seata.registry.type", "file");
        all.put("seata.service.grouplist.default", "127.0.0.1:" + platform.port("seata-server"));
        all.putAll(properties);
        String[] arguments = all.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(application).run(arguments);
    }
}
