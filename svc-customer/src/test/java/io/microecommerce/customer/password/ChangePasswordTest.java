package io.microecommerce.customer.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.ChangePasswordCommand;
import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.customer.SessionView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.Together;
import io.microecommerce.customer.account.rpc.DubboCustomerFacade;
import io.microecommerce.customer.session.rpc.DubboSessionFacade;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChangePasswordTest extends CustomerServiceTest {

    private static final String NEW = "another-password";

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
    void endsTheOldPasswordAndAllSessions() {
        SessionView one = logIn(PASSWORD);
        SessionView other = logIn(PASSWORD);

        change(PASSWORD, NEW);

        assertThat(sessions.isLive(one.id())).isFalse();
        assertThat(sessions.isLive(other.id())).isFalse();
        assertThat(refusalOf(() -> sessions.refresh(one.refreshToken()))).isEqualTo(ErrorCode.SESSION_ENDED);
        assertThat(refusalOf(() -> logIn(PASSWORD))).isEqualTo(ErrorCode.LOGIN_FAILED);
        assertThat(sessions.isLive(logIn(NEW).id())).isTrue();
    }

    @Test
    void needsTheCurrentPassword() {
        SessionView session = logIn(PASSWORD);

        assertThat(refusalOf(() -> change("wrong-password", NEW))).isEqualTo(ErrorCode.PASSWORD_WRONG);

        assertThat(sessions.isLive(session.id())).isTrue();
        assertThat(refusalOf(() -> logIn(NEW))).isEqualTo(ErrorCode.LOGIN_FAILED);
    }

    @Test
    void refusesAPasswordOfMoreBytesThanBcryptReadsAndCountsNoGuess() {
        for (int i = 0; i < 10; i++) {
            assertThat(refusalOf(() -> change(PASSWORD, "密".repeat(25)))).isEqualTo(ErrorCode.INVALID_FIELD);
        }
        assertThat(logIn(PASSWORD).customer().id()).isEqualTo(id);
    }

    @Test
    void isForCustomersOnly() {
        ChangePasswordCommand command =
                new ChangePasswordCommand(UUID.randomUUID().toString(), PASSWORD, NEW);

        assertThat(refusalOf(() -> customers.changePassword(command))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
    }

    @Test
    void letsOneOfTwoChangesWinThatAreMadeAtOnce() throws Exception {
        Together<String> changes = Together.all(List.<Callable<String>>of(
                () -> change(PASSWORD, "first-password"), () -> change(PASSWORD, "second-password")));

        assertThat(changes.values()).hasSize(1);
        assertThat(changes.refusals()).containsExactly(ErrorCode.PASSWORD_WRONG);
        assertThat(logIn(changes.values().get(0)).customer().id()).isEqualTo(id);
    }

    private String change(String current, String password) {
        customers.changePassword(new ChangePasswordCommand(id, current, password));
        return password;
    }

    private SessionView logIn(String password) {
        return sessions.logIn(new Credentials(email, password));
    }
}
