package io.microecommerce.customer.session.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.ChangePasswordCommand;
import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.customer.SessionView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.Together;
import io.microecommerce.customer.account.rpc.DubboCustomerFacade;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How often a password can be guessed. */
class LoginLimitTest extends CustomerServiceTest {

    private static final int FREE_FAILURES = 5;

    @Autowired
    private DubboCustomerFacade customers;

    @Autowired
    private DubboSessionFacade sessions;

    private String email;
    private String id;

    @BeforeEach
    void registerOne() {
        RegisterCommand command = aCustomer();
        email = command.email();
        id = customers.register(command).id();
    }

    @Test
    void restsAfterFiveFailuresEvenForTheRightPassword() {
        fail(email, FREE_FAILURES);

        assertThat(wait(email, PASSWORD)).isBetween(55, 60);
        clock.putForward(Duration.ofSeconds(50));
        assertThat(wait(email, PASSWORD)).isBetween(5, 10);
        clock.putForward(Duration.ofSeconds(10));
        assertThat(logIn(email, PASSWORD).customer().id()).isEqualTo(id);
    }

    @Test
    void doublesTheRestWithEachFurtherFailureUpToFifteenMinutes() {
        fail(email, FREE_FAILURES);

        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            assertThat(wait(email, "wrong-password")).isBetween(minutes * 60 - 5, minutes * 60);
            clock.putForward(Duration.ofMinutes(minutes));
            assertThat(refusalOf(() -> logIn(email, "wrong-password"))).isEqualTo(ErrorCode.LOGIN_FAILED);
        }
    }

    @Test
    void doesNotCountWhatComesDuringTheRest() {
        fail(email, FREE_FAILURES);
        for (int i = 0; i < 20; i++) {
            wait(email, "wrong-password");
        }

        clock.putForward(Duration.ofMinutes(1));
        assertThat(refusalOf(() -> logIn(email, "wrong-password"))).isEqualTo(ErrorCode.LOGIN_FAILED);
        assertThat(wait(email, PASSWORD)).isBetween(115, 120);
    }

    @Test
    void beginsToCountAnewAfterASuccess() {
        fail(email, FREE_FAILURES - 1);
        logIn(email, PASSWORD);

        fail(email, FREE_FAILURES - 1);
        assertThat(logIn(email, PASSWORD).customer().id()).isEqualTo(id);
    }

    @Test
    void treatsAnEmailThatIsNobodysAlike() {
        String nobody = anEmail();
        fail(email, FREE_FAILURES);
        fail(nobody, FREE_FAILURES);

        Refusal known = refusal(() -> logIn(email, PASSWORD));
        Refusal unknown = refusal(() -> logIn(nobody, PASSWORD));
        assertThat(unknown.code()).isEqualTo(known.code());
        assertThat(unknown.detail().replaceAll("\\d+", "n"))
                .isEqualTo(known.detail().replaceAll("\\d+", "n"));
    }

    @Test
    void countsAllSpellingsOfAnEmailTogether() {
        fail(email.toUpperCase(Locale.ROOT), 3);
        fail(email, 2);

        assertThat(wait(email.replace('c', 'C'), PASSWORD)).isPositive();
    }

    @Test
    void countsGuessesOfTheCurrentPasswordTogetherWithThoseAtTheLogin() {
        for (int i = 0; i < 3; i++) {
            assertThat(refusalOf(() -> change("wrong-password"))).isEqualTo(ErrorCode.PASSWORD_WRONG);
        }
        fail(email, 2);

        assertThat(refusalOf(() -> change(PASSWORD))).isEqualTo(ErrorCode.TOO_MANY_LOGIN_ATTEMPTS);
        assertThat(wait(email, PASSWORD)).isPositive();
        clock.putForward(Duration.ofMinutes(1));
        change(PASSWORD);
        fail(email, FREE_FAILURES);
    }

    @Test
    void letsFiveOfAHundredGuessesThroughThatAreMadeAtOnce() throws Exception {
        Together<SessionView> guesses = Together.times(100, () -> logIn(email, "wrong-password"));

        assertThat(guesses.values()).isEmpty();
        assertThat(Collections.frequency(guesses.refusals(), ErrorCode.LOGIN_FAILED))
                .isEqualTo(FREE_FAILURES);
        assertThat(Collections.frequency(guesses.refusals(), ErrorCode.TOO_MANY_LOGIN_ATTEMPTS))
                .isEqualTo(100 - FREE_FAILURES);
    }

    @Test
    void keepsNoAddress() {
        fail(email, 1);

        assertThat(jdbc.sql("SELECT CAST(a AS text) FROM login_attempt a")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("@") || row.contains("example"));
    }

    private void fail(String email, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(refusalOf(() -> logIn(email, "wrong-password"))).isEqualTo(ErrorCode.LOGIN_FAILED);
        }
    }

    /** Tries to log in where it is refused, and returns the seconds that it is told to wait. */
    private int wait(String email, String password) {
        Refusal refusal = refusal(() -> logIn(email, password));
        assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_LOGIN_ATTEMPTS);
        assertThat(refusal.detail()).matches("Too many attempts with a wrong password; wait \\d+ seconds\\.");
        return Integer.parseInt(refusal.detail().replaceAll("\\D", ""));
    }

    private SessionView logIn(String email, String password) {
        return sessions.logIn(new Credentials(email, password));
    }

    private void change(String current) {
        customers.changePassword(new ChangePasswordCommand(id, current, "another-password"));
    }
}
