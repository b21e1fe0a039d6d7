package io.microecommerce.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole service on a real PostgreSQL, with the demonstration data, apart from its registry and its broker. Its mail goes to a
 * real SMTP server, and its calls of other services to {@link OtherServices}.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = {
            "spring.profiles.active=local",
            "spring.cloud.nacos.discovery.enabled=false",
            "spring.cloud.nacos.config.enabled=false",
            "NACOS_ADDR=127.0.0.1:1",
            "NACOS_USERNAME=none",
            "NACOS_PASSWORD=none",
            "SERVER_PORT=0",
            "DUBBO_PORT=-1",
            "DUBBO_TOKEN=none",
            "dubbo.registry.address=N/A",
            "dubbo.protocol.host=127.0.0.1",
            "rocketmq.name-server=127.0.0.1:1",
            "rocketmq.consumer.listeners.svc-customer-credit.order-events=false",
            "rocketmq.consumer.listeners.svc-customer-commission.order-events=false",
            // A participant of global transactions is proved on its own, see ParticipantTestbed.
            "seata.enabled=false",
            "SEATA_TOKEN=none",
            "SMTP_STARTTLS=false",
            "MAIL_FROM=" + CustomerServiceTest.SHOP,
            "PASSWORD_RESET_LINK=" + CustomerServiceTest.RESET_LINK,
            // A test that needs a purge calls it.
            "shop.customer.purge.interval=1d"
        })
@Import(MovableClock.class)
public abstract class CustomerServiceTest {

    protected static final String ALICE = "11111111-1111-4111-8111-111111111111";
    protected static final String BOB = "22222222-2222-4222-8222-222222222222";
    protected static final String STAFF = "33333333-3333-4333-8333-333333333333";

    protected static final String SHOP = "shop@example.com";
    protected static final String RESET_LINK = "https://shop.example.com/reset?token=";
    protected static final String PASSWORD = "some-password";

    protected static final GreenMail MAIL = mailServer();
    protected static final OtherServices OTHERS = OtherServices.start();

    /** One server for all tests of this module; it ends with the JVM. */
    private static final EmbeddedPostgres POSTGRES = start();

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MovableClock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("POSTGRES_URL", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        properties.add("POSTGRES_USER", () -> "postgres");
        properties.add("POSTGRES_PASSWORD", () -> "postgres");
        properties.add("SMTP_HOST", () -> "127.0.0.1");
        properties.add("SMTP_PORT", () -> MAIL.getSmtp().getPort());
        properties.add("dubbo.reference.io.microecommerce.api.payment.PaymentFacade.url", OTHERS::url);
        properties.add("dubbo.reference.io.microecommerce.api.order.OrderFacade.url", OTHERS::url);
    }

    /** An empty database beside the service's own. */
    protected static String emptyDatabase() {
        String name = "empty_" + UUID.randomUUID().toString().replace('-', '_');
        JdbcClient.create(POSTGRES.getPostgresDatabase())
                .sql("CREATE DATABASE " + name)
                .update();
        return POSTGRES.getJdbcUrl("postgres", name);
    }

    /**
     * Makes the call while the change is made and not committed: the call must wait for it, or be over before the commit.
     *
     * @return what the call answered, or the refusal that it threw
     */
    protected Object during(Runnable change, Callable<?> call) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<?> answer = new TransactionTemplate(transactions).execute(status -> {
                change.run();
                Future<?> running = pool.submit(call);
                await().until(() -> running.isDone() || somebodyWaitsForALock());
                return running;
            });
            return answer.get();
        } catch (ExecutionException failure) {
            return failure.getCause();
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }

    protected static RegisterCommand aCustomer() {
        return withReferrer(null);
    }

    protected static RegisterCommand withReferrer(CustomerView referrer) {
        String code = referrer == null ? null : referrer.referrerCode();
        return new RegisterCommand(anEmail(), PASSWORD, "First", "Last", code);
    }

    protected static String anEmail() {
        return "c-" + UUID.randomUUID() + "@example.com";
    }

    protected static ErrorCode refusalOf(ThrowingCallable call) {
        return refusal(call).code();
    }

    protected static Refusal refusal(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static GreenMail mailServer() {
        // Of a port that it keeps when a test stops it and starts it again.
        GreenMail server = new GreenMail(new ServerSetup(OtherServices.freePort(), "127.0.0.1", "smtp"));
        server.start();
        return server;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // The default, the system's temporary folder, may hold another instance's socket.
                    .setServerConfig("unix_socket_directories", "")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
