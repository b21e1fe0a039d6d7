package io.microecommerce.customer.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.customer.ResetPasswordCommand;
import io.microecommerce.api.customer.SessionView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.OtherServices.Mood;
import io.microecommerce.customer.Together;
import io.microecommerce.customer.account.rpc.DubboCustomerFacade;
import io.microecommerce.customer.address.rpc.DubboAddressFacade;
import io.microecommerce.customer.session.rpc.DubboSessionFacade;
import io.microecommerce.customer.token.SecretToken;
import io.microecommerce.service.rpc.Failures;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** What is left of a customer who asked to be forgotten, and what stands against it. */
class DeleteCustomerTest extends CustomerServiceTest {

    private static final PostalAddress HOME =
            new PostalAddress("A B", "+86 10 1234", "CN", null, "Beijing", "Secret street", "100000");

    @Autowired
    private DubboCustomerFacade customers;

    @Autowired
    private DubboSessionFacade sessions;

    @Autowired
    private DubboAddressFacade addresses;

    private RegisterCommand command;
    private CustomerView customer;
    private SessionView session;

    @BeforeEach
    void registerOneWhoHasAll() {
        command = new RegisterCommand(anEmail(), PASSWORD, "Firstname", "Lastname", null);
        customer = customers.register(command);
        session = logIn();
        addresses.add(customer.id(), HOME, true);
    }

    @AfterEach
    void repairTheOrders() {
        OTHERS.orders(Mood.WELL);
    }

    @Test
    void leavesNothingThatTellsWhoTheCustomerWas() {
        String resetToken = "a-token-" + UUID.randomUUID();
        jdbc.sql("INSERT INTO password_reset (token_hash, customer_id, created_at, expires_at)"
                        + " VALUES (?, ?, now(), now() + interval '10 years')")
                .params(SecretToken.hash(resetToken), customer.id())
                .update();
        assertThat(refusalOf(() -> sessions.logIn(new Credentials(command.email(), "wrong-password"))))
                .isEqualTo(ErrorCode.LOGIN_FAILED);
        long countsBefore = loginCounts();

        customers.delete(customer.id());

        assertThat(OTHERS.forgotten(customer.id())).isTrue();
        assertThat(refusalOf(() -> customers.customer(customer.id()))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        assertThat(refusalOf(() -> customers.customerByEmail(command.email()))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        assertThat(refusalOf(() -> logIn())).isEqualTo(ErrorCode.LOGIN_FAILED);
        assertThat(sessions.isLive(session.id())).isFalse();
        assertThat(refusalOf(() -> sessions.refresh(session.refreshToken()))).isEqualTo(ErrorCode.SESSION_ENDED);
        assertThat(addresses.addresses(customer.id())).isEmpty();
        assertThat(refusalOf(() -> addresses.add(customer.id(), HOME, true))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        assertThat(refusalOf(() -> customers.resetPassword(new ResetPasswordCommand(resetToken, "another-password"))))
                .isEqualTo(ErrorCode.RESET_TOKEN_INVALID);
        assertThat(jdbc.sql("SELECT CAST(c AS text) FROM customer c WHERE id = ?")
                        .param(customer.id())
                        .query(String.class)
                        .single())
                .contains(customer.referrerCode())
                .doesNotContain(command.email(), "Firstname", "Lastname", "$2");
        // The failed login after the deletion is counted anew, under an e-mail that is nobody's now.
        assertThat(loginCounts()).isEqualTo(countsBefore);
        assertThat(rows("session") + rows("address") + rows("password_reset")).isZero();
    }

    @Test
    void isDoneOnceHoweverOftenItIsAskedFor() throws Exception {
        customers.delete(customer.id());
        customers.delete(customer.id());

        CustomerView another = customers.register(aCustomer());
        Together<String> deletions = Together.times(4, () -> {
            customers.delete(another.id());
            return "deleted";
        });
        assertThat(deletions.values()).hasSize(4);
        assertThat(refusalOf(() -> customers.customer(another.id()))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
    }

    @Test
    void isForCustomersOnly() {
        assertThat(refusalOf(() -> customers.delete(UUID.randomUUID().toString())))
                .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
    }

    @Test
    void freesTheEmailForAnother() {
        customers.delete(customer.id());

        CustomerView newcomer = customers.register(command);

        assertThat(newcomer.id()).isNotEqualTo(customer.id());
        assertThat(logIn().customer()).isEqualTo(newcomer);
        customers.delete(newcomer.id());
    }

    @Test
    void makesTheReferralCodeNobodysAndKeepsWhoWasReferred() {
        CustomerView referred = customers.register(withReferrer(customer));
        CustomerView other = customers.register(aCustomer());

        customers.delete(customer.id());

        assertThat(refusalOf(() -> customers.register(withReferrer(customer)))).isEqualTo(ErrorCode.REFERRER_UNKNOWN);
        assertThat(refusalOf(() -> customers.claimReferrer(other.id(), customer.referrerCode())))
                .isEqualTo(ErrorCode.REFERRER_UNKNOWN);
        assertThat(jdbc.sql("SELECT referrer_id FROM customer WHERE id = ?")
                        .param(referred.id())
                        .query(String.class)
                        .single())
                .isEqualTo(customer.id());
    }

    // ---- what stands against it ------------------------------------------------------------------------------------

    @Test
    void isRefusedWhileThereIsMoneyInTheWallet() {
        OTHERS.wallet(customer.id(), 1_200, 34);

        Refusal refusal = refusal(() -> customers.delete(customer.id()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.WALLET_NOT_EMPTY);
        assertThat(refusal.detail()).contains("CNY 12.34");
        assertNothingHappened();
        assertThat(OTHERS.forgotten(customer.id())).isFalse();

        OTHERS.wallet(customer.id(), 0, 1);
        assertThat(refusalOf(() -> customers.delete(customer.id()))).isEqualTo(ErrorCode.WALLET_NOT_EMPTY);
        OTHERS.wallet(customer.id(), 0, 0);
        customers.delete(customer.id());
    }

    @Test
    void isRefusedWhileAnOrderIsOpen() {
        OTHERS.openOrders(customer.id(), true);

        assertThat(refusalOf(() -> customers.delete(customer.id()))).isEqualTo(ErrorCode.CUSTOMER_HAS_OPEN_ORDERS);

        assertNothingHappened();
        OTHERS.openOrders(customer.id(), false);
        customers.delete(customer.id());
    }

    @Test
    void isRefusedToStaffOfWhomOneMustStay() {
        customers.setStaff(customer.id(), true, STAFF);

        assertThat(refusalOf(() -> customers.delete(customer.id()))).isEqualTo(ErrorCode.FORBIDDEN);

        assertThat(customers.customer(customer.id()).email()).isEqualTo(command.email());
        assertThat(OTHERS.forgotten(customer.id())).isFalse();
        customers.setStaff(customer.id(), false, STAFF);
        customers.delete(customer.id());
    }

    @Test
    void leavesTheAccountWholeWhenTheOrdersFailAndCanBeAskedForAgain() {
        OTHERS.orders(Mood.BROKEN);

        assertThat(refusalOf(() -> customers.delete(customer.id()))).isEqualTo(ErrorCode.INTERNAL_ERROR);

        assertNothingHappened();
        OTHERS.orders(Mood.WELL);
        customers.delete(customer.id());
        assertThat(sessions.isLive(session.id())).isFalse();
    }

    @Test
    void saysThatTheOutcomeIsUnknownWhenTheOrdersAnswerTooLate() {
        OTHERS.orders(Mood.LATE);

        Throwable failure = catchThrowable(() -> customers.delete(customer.id()));

        // As the facade's caller gets it.
        assertThat(Failures.toRefusal(failure).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertNothingHappened();
        OTHERS.orders(Mood.WELL);
        customers.delete(customer.id());
        assertThat(sessions.isLive(session.id())).isFalse();
    }

    @Test
    void letsNothingBeginThatWouldOutliveIt() throws Exception {
        Object login = during(() -> customers.delete(customer.id()), this::logIn);
        assertThat(login).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCode.LOGIN_FAILED));

        CustomerView another = customers.register(aCustomer());
        Object address = during(() -> customers.delete(another.id()), () -> addresses.add(another.id(), HOME, true));
        assertThat(address).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND));

        assertThat(rows("session")).isZero();
        assertThat(addresses.addresses(another.id())).isEmpty();
    }

    @Test
    void cannotBeHalfDoneEvenByHand() {
        for (String half : List.of(
                "deleted_at = now()",
                "password_hash = ''",
                "deleted_at = now(), password_hash = ''",
                "email = 'deleted-' || id || '@deleted.invalid'",
                "deleted_at = now(), password_hash = '', email = 'deleted-' || id || '@deleted.invalid'")) {
            assertThatThrownBy(() -> jdbc.sql("UPDATE customer SET " + half + " WHERE id = ?")
                            .param(customer.id())
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private void assertNothingHappened() {
        assertThat(customers.customer(customer.id())).isEqualTo(customer);
        assertThat(sessions.isLive(session.id())).isTrue();
        assertThat(addresses.addresses(customer.id())).hasSize(1);
        assertThat(logIn().customer()).isEqualTo(customer);
    }

    private SessionView logIn() {
        return sessions.logIn(new Credentials(command.email(), PASSWORD));
    }

    private long loginCounts() {
        return jdbc.sql("SELECT coalesce(sum(failures), 0) FROM login_attempt")
                .query(Long.class)
                .single();
    }

    private long rows(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE customer_id = ?")
                .param(customer.id())
                .query(Long.class)
                .single();
    }
}
