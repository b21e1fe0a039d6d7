package io.microecommerce.customer.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.customer.SessionView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.account.rpc.DubboCustomerFacade;
import io.microecommerce.customer.session.rpc.DubboSessionFacade;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What has ended stays for thirty days, and what was guessed for one; then it goes. */
class PurgeTest extends CustomerServiceTest {

    @Autowired
    private Purge purge;

    @Autowired
    private DubboCustomerFacade customers;

    @Autowired
    private DubboSessionFacade sessions;

    private RegisterCommand command;
    private String id;

    @BeforeEach
    void registerOne() {
        command = aCustomer();
        id = customers.register(command).id();
    }

    @Test
    void removesSessionsLongAfterTheirEnd() {
        SessionView loggedOut = logIn();
        SessionView expiring = logIn();
        sessions.logOut(id, loggedOut.id());

        clock.putForward(Duration.ofDays(30).minusMinutes(1));
        purge.purge();
        assertThat(rows("session")).isEqualTo(2);
        assertThat(sessions.isLive(expiring.id())).isTrue();

        clock.putForward(Duration.ofMinutes(2));
        SessionView current = logIn();
        purge.purge();
        assertThat(rows("session")).isEqualTo(2);

        clock.putForward(Duration.ofDays(29));
        current = sessions.refresh(current.refreshToken());
        clock.putForward(Duration.ofDays(29));
        purge.purge();
        assertThat(rows("session")).isEqualTo(1);
        assertThat(sessions.isLive(current.id())).isTrue();
    }

    @Test
    void removesResetsLongAfterTheirEnd() {
        jdbc.sql(
                        "INSERT INTO password_reset (token_hash, customer_id, created_at, expires_at)"
                                + " VALUES (repeat('a', 64), ?, CAST(? AS timestamptz), CAST(? AS timestamptz) + interval '30 min')")
                .params(id, clock.instant().toString(), clock.instant().toString())
                .update();

        clock.putForward(Duration.ofDays(30));
        purge.purge();
        assertThat(rows("password_reset")).isEqualTo(1);

        clock.putForward(Duration.ofMinutes(31));
        purge.purge();
        assertThat(rows("password_reset")).isZero();
    }

    @Test
    void forgetsFailuresADayAfterTheLast() {
        fail(4);
        clock.putForward(Duration.ofHours(23));
        purge.purge();
        fail(1);
        assertThat(refusalOf(this::logIn)).isEqualTo(ErrorCode.TOO_MANY_LOGIN_ATTEMPTS);

        clock.putForward(Duration.ofHours(25));
        purge.purge();
        fail(4);
        assertThat(logIn().customer().id()).isEqualTo(id);
    }

    @Test
    void removesMoreThanOneBatch() {
        jdbc.sql(
                        """
                INSERT INTO login_attempt (email_hash, failures, last_at)
                SELECT encode(sha256(convert_to('%s' || n, 'UTF8')), 'hex'), 1, CAST(? AS timestamptz)
                FROM generate_series(1, 2500) n
                """
                                .formatted(UUID.randomUUID()))
                .param(clock.instant().toString())
                .update();
        clock.putForward(Duration.ofHours(25));

        purge.purge();

        assertThat(jdbc.sql("SELECT count(*) FROM login_attempt")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(refusalOf(() -> sessions.logIn(new Credentials(command.email(), "wrong-password"))))
                    .isEqualTo(ErrorCode.LOGIN_FAILED);
        }
    }

    private SessionView logIn() {
        return sessions.logIn(new Credentials(command.email(), PASSWORD));
    }

    private long rows(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE customer_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
