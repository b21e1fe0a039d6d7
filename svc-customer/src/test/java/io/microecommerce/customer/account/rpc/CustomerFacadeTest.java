package io.microecommerce.customer.account.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.CustomerServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CustomerFacadeTest extends CustomerServiceTest {

    @Autowired
    private DubboCustomerFacade customers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void readsBackWhomItRegistered() {
        CustomerView registered = customers.register(command(anEmail(), null));

        assertThat(customers.customer(registered.id())).isEqualTo(registered);
        assertThat(registered.referrerCode()).matches("[2-9A-HJ-NP-Z]{8}");
        assertThat(registered.staff()).isFalse();
    }

    @Test
    void refusesAnEmailThatSomebodyHasInAnotherCase() {
        String email = anEmail();
        customers.register(command(email, null));

        assertThat(refusalOf(() -> customers.register(command(email.toUpperCase(Locale.ROOT), null))))
                .isEqualTo(ErrorCode.EMAIL_TAKEN);
        assertThat(customersWith(email)).isEqualTo(1);
    }

    @Test
    void registersOneOfTwoWhoComeAtOnceWithTheSameEmail() throws Exception {
        String email = anEmail();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<ErrorCode> refusals = new ArrayList<>();
        try {
            Callable<CustomerView> registration = () -> customers.register(command(email, null));
            for (Future<CustomerView> answer :
                    pool.invokeAll(List.of(registration, registration, registration, registration))) {
                try {
                    answer.get();
                } catch (ExecutionException e) {
                    refusals.add(((Refusal) e.getCause()).code());
                }
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(refusals).hasSize(3).containsOnly(ErrorCode.EMAIL_TAKEN);
        assertThat(customersWith(email)).isEqualTo(1);
    }

    @Test
    void remembersTheReferrer() {
        CustomerView referrer = customers.register(command(anEmail(), null));

        CustomerView referred =
                customers.register(command(anEmail(), referrer.referrerCode().toLowerCase(Locale.ROOT)));

        assertThat(jdbc.sql("SELECT referrer_id FROM customer WHERE id = ?")
                        .param(referred.id())
                        .query(String.class)
                        .single())
                .isEqualTo(referrer.id());
    }

    @Test
    void refusesAReferrerCodeThatIsNobodys() {
        String email = anEmail();

        assertThat(refusalOf(() -> customers.register(command(email, "22222222"))))
                .isEqualTo(ErrorCode.REFERRER_UNKNOWN);
        assertThat(refusalOf(() -> customers.register(command(email, "no code"))))
                .isEqualTo(ErrorCode.REFERRER_UNKNOWN);
        assertThat(customersWith(email)).isZero();
    }

    @Test
    void letsTheDemoCustomersIn() {
        assertThat(customers
                        .authenticate(new Credentials("Alice@Example.com", "demo-password"))
                        .id())
                .isEqualTo(ALICE);
        assertThat(customers
                        .authenticate(new Credentials("bob@example.com", "demo-password"))
                        .id())
                .isEqualTo(BOB);
        CustomerView staff = customers.authenticate(new Credentials("staff@example.com", "demo-password"));
        assertThat(staff.id()).isEqualTo(STAFF);
        assertThat(staff.staff()).isTrue();
    }

    @Test
    void answersAWrongPasswordAndAnUnknownEmailAlike() {
        Refusal wrong = refusal(() -> customers.authenticate(new Credentials("alice@example.com", "wrong-password")));
        Refusal unknown = refusal(() -> customers.authenticate(new Credentials(anEmail(), "demo-password")));
        Refusal impossible = refusal(() -> customers.authenticate(new Credentials("a\u0000@b", "demo-password")));

        assertThat(wrong.code()).isEqualTo(ErrorCode.LOGIN_FAILED);
        assertThat(unknown).hasToString(wrong.toString());
        assertThat(impossible).hasToString(wrong.toString());
    }

    @Test
    void doesNotKnowWhoIsNotThere() {
        assertThat(refusalOf(() -> customers.customer(UUID.randomUUID().toString())))
                .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        assertThat(refusalOf(() -> customers.customer("no id"))).isEqualTo(ErrorCode.INVALID_FIELD);
    }

    private long customersWith(String email) {
        return jdbc.sql("SELECT count(*) FROM customer WHERE lower(email) = lower(?)")
                .param(email)
                .query(Long.class)
                .single();
    }

    private static RegisterCommand command(String email, String referrerCode) {
        return new RegisterCommand(email, "some-password", "First", "Last", referrerCode);
    }

    private static String anEmail() {
        return "c-" + UUID.randomUUID() + "@example.com";
    }

    private static ErrorCode refusalOf(ThrowingCallable call) {
        return refusal(call).code();
    }

    private static Refusal refusal(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
