package io.microecommerce.customer.session.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.customer.SessionView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.Together;
import io.microecommerce.customer.account.Passwords;
import io.microecommerce.customer.account.rpc.DubboCustomerFacade;
import io.microecommerce.customer.password.PasswordChanges;
import io.microecommerce.customer.token.SecretToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SessionFacadeTest extends CustomerServiceTest {

    private static final Duration LIFETIME = Duration.ofDays(30);

    @Autowired
    private DubboCustomerFacade customers;

    @Autowired
    private DubboSessionFacade sessions;

    @Autowired
    private PasswordChanges changes;

    @Autowired
    private Passwords passwords;

    private CustomerView customer;
    private Credentials credentials;

    @BeforeEach
    void registerOne() {
        RegisterCommand command = aCustomer();
        customer = customers.register(command);
        credentials = new Credentials(command.email(), PASSWORD);
    }

    // ---- login -----------------------------------------------------------------------------------------------------

    @Test
    void letsTheDemoCustomersIn() {
        assertThat(logIn("Alice@Example.com", "demo-password").customer().id()).isEqualTo(ALICE);
        assertThat(logIn("bob@example.com", "demo-password").customer().id()).isEqualTo(BOB);
        CustomerView staff = logIn("staff@example.com", "demo-password").customer();
        assertThat(staff.id()).isEqualTo(STAFF);
        assertThat(staff.staff()).isTrue();
    }

    @Test
    void answersAWrongPasswordAndAnUnknownEmailAlike() {
        Refusal wrong = refusal(() -> logIn("alice@example.com", "wrong-password"));
        Refusal unknown = refusal(() -> logIn(anEmail(), "demo-password"));
        Refusal impossible = refusal(() -> logIn("a\u0000@b" + UUID.randomUUID(), "demo-password"));

        assertThat(wrong.code()).isEqualTo(ErrorCode.LOGIN_FAILED);
        assertThat(unknown).hasToString(wrong.toString());
        assertThat(impossible).hasToString(wrong.toString());
    }

    @Test
    void beginsALiveSessionOfThirtyDays() {
        SessionView session = sessions.logIn(credentials);

        assertThat(session.customer()).isEqualTo(customer);
        assertThat(Duration.between(clock.instant(), session.refreshBy()))
                .isBetween(LIFETIME.minusSeconds(60), LIFETIME);
        assertThat(sessions.isLive(session.id())).isTrue();
        assertThat(sessions.isLive(sessions.logIn(credentials).id())).isTrue();
        assertThat(sessions.isLive(session.id())).isTrue();
    }

    @Test
    void storesHashesAndNoToken() {
        SessionView session = sessions.logIn(credentials);

        String row = jdbc.sql("SELECT CAST(s AS text) FROM session s WHERE id = ?")
                .param(session.id())
                .query(String.class)
                .single();
        assertThat(row).contains(SecretToken.hash(session.refreshToken()));
        for (String part : session.refreshToken().split("\\.")) {
            assertThat(part).hasSize(SecretToken.LENGTH);
            assertThat(row).doesNotContain(part);
        }
        assertThat(session.toString()).doesNotContain(session.refreshToken());
    }

    // ---- refresh ---------------------------------------------------------------------------------------------------

    @Test
    void goesOnWithANewTokenAndThirtyDaysMore() {
        SessionView session = sessions.logIn(credentials);
        clock.putForward(LIFETIME.minusHours(1));

        SessionView refreshed = sessions.refresh(session.refreshToken());

        assertThat(refreshed.id()).isEqualTo(session.id());
        assertThat(refreshed.refreshToken()).isNotEqualTo(session.refreshToken());
        assertThat(refreshed.customer()).isEqualTo(customer);
        clock.putForward(LIFETIME.minusHours(1));
        assertThat(sessions.isLive(session.id())).isTrue();
        assertThat(sessions.refresh(refreshed.refreshToken()).id()).isEqualTo(session.id());
    }

    @Test
    void expiresWithoutARefresh() {
        SessionView session = sessions.logIn(credentials);
        clock.putForward(LIFETIME.plusSeconds(1));

        assertThat(sessions.isLive(session.id())).isFalse();
        assertThat(refusalOf(() -> sessions.refresh(session.refreshToken()))).isEqualTo(ErrorCode.SESSION_ENDED);
        assertThat(endReason(session)).isEmpty();
    }

    @Test
    void endsTheSessionOfATokenThatComesASecondTime() {
        SessionView session = sessions.logIn(credentials);
        SessionView otherLogin = sessions.logIn(credentials);
        SessionView current = sessions.refresh(session.refreshToken());

        assertThat(refusalOf(() -> sessions.refresh(session.refreshToken()))).isEqualTo(ErrorCode.SESSION_ENDED);

        assertThat(endReason(session)).contains("TOKEN_REUSED");
        assertThat(sessions.isLive(session.id())).isFalse();
        assertThat(refusalOf(() -> sessions.refresh(current.refreshToken()))).isEqualTo(ErrorCode.SESSION_ENDED);
        assertThat(sessions.isLive(otherLogin.id())).isTrue();
    }

    @Test
    void knowsAUsedTokenHoweverManyCameAfterIt() {
        SessionView session = sessions.logIn(credentials);
        SessionView current = session;
        for (int i = 0; i < 5; i++) {
            current = sessions.refresh(current.refreshToken());
        }

        assertThat(refusalOf(() -> sessions.refresh(session.refreshToken()))).isEqualTo(ErrorCode.SESSION_ENDED);
        assertThat(endReason(session)).contains("TOKEN_REUSED");
    }

    @RepeatedTest(5)
    void givesTheNextTokenToOneOfThoseWhoComeAtOnceAndThenEnds() throws Exception {
        SessionView session = sessions.logIn(credentials);

        Together<SessionView> refreshes = Together.times(8, () -> sessions.refresh(session.refreshToken()));

        assertThat(refreshes.values()).hasSize(1);
        assertThat(refreshes.refusals()).hasSize(7).containsOnly(ErrorCode.SESSION_ENDED);
        assertThat(endReason(session)).contains("TOKEN_REUSED");
        String won = refreshes.values().get(0).refreshToken();
        assertThat(refusalOf(() -> sessions.refresh(won))).isEqualTo(ErrorCode.SESSION_ENDED);
    }

    @Test
    void endsNobodysSessionForATokenThatWasNeverGiven() {
        SessionView session = sessions.logIn(credentials);
        String forged = "A".repeat(SecretToken.LENGTH) + "." + "B".repeat(SecretToken.LENGTH);

        for (String token : List.of("", "x", forged, session.id(), session.refreshToken() + "x", "\u0000")) {
            assertThat(refusalOf(() -> sessions.refresh(token))).isEqualTo(ErrorCode.SESSION_ENDED);
        }

        assertThat(sessions.isLive(session.id())).isTrue();
    }

    // ---- end -------------------------------------------------------------------------------------------------------

    @Test
    void logsOutOfOneSessionOnce() {
        SessionView session = sessions.logIn(credentials);
        SessionView otherLogin = sessions.logIn(credentials);

        sessions.logOut(customer.id(), session.id());
        sessions.logOut(customer.id(), session.id());

        assertThat(sessions.isLive(session.id())).isFalse();
        assertThat(endReason(session)).contains("LOGGED_OUT");
        assertThat(refusalOf(() -> sessions.refresh(session.refreshToken()))).isEqualTo(ErrorCode.SESSION_ENDED);
        assertThat(sessions.isLive(otherLogin.id())).isTrue();
    }

    @Test
    void doesNotLogOutSomebodyElse() {
        SessionView session = sessions.logIn(credentials);

        sessions.logOut(BOB, session.id());
        sessions.logOut(customer.id(), UUID.randomUUID().toString());

        assertThat(sessions.isLive(session.id())).isTrue();
    }

    @Test
    void isNotLiveIfItNeverWas() {
        assertThat(sessions.isLive(UUID.randomUUID().toString())).isFalse();
        assertThat(refusalOf(() -> sessions.isLive("no id"))).isEqualTo(ErrorCode.INVALID_FIELD);
    }

    @Test
    void opensNoSessionForAPasswordThatIsBeingChanged() throws Exception {
        String oldHash = jdbc.sql("SELECT password_hash FROM customer WHERE id = ?")
                .param(customer.id())
                .query(String.class)
                .single();
        String newHash = passwords.hash("another-password");

        Object answer = during(
                () -> changes.replace(customer.id(), oldHash, newHash, clock.instant()),
                () -> sessions.logIn(credentials));

        assertThat(answer).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCode.LOGIN_FAILED));
        assertThat(liveSessions()).isZero();
    }

    @Test
    void givesNoRoleToASessionThatBeginsWhileItIsTaken() throws Exception {
        customers.setStaff(customer.id(), true, STAFF);

        Object answer =
                during(() -> customers.setStaff(customer.id(), false, STAFF), () -> sessions.logIn(credentials));

        assertThat(answer).isInstanceOfSatisfying(SessionView.class, session -> assertThat(
                        session.customer().staff())
                .isFalse());
    }

    private long liveSessions() {
        return jdbc.sql("SELECT count(*) FROM session WHERE customer_id = ? AND ended_at IS NULL")
                .param(customer.id())
                .query(Long.class)
                .single();
    }

    private SessionView logIn(String email, String password) {
        return sessions.logIn(new Credentials(email, password));
    }

    private Optional<String> endReason(SessionView session) {
        return jdbc.sql("SELECT end_reason FROM session WHERE id = ?")
                .param(session.id())
                .query(String.class)
                .optional();
    }
}
