package io.microecommerce.customer.account.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.ChangeProfileCommand;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.Together;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CustomerFacadeTest extends CustomerServiceTest {

    @Autowired
    private DubboCustomerFacade customers;

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

        Together<CustomerView> registrations = Together.times(4, () -> customers.register(command(email, null)));

        assertThat(registrations.refusals()).hasSize(3).containsOnly(ErrorCode.EMAIL_TAKEN);
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
    void refusesAnAddressThatOnlyTheDeletedHave() {
        assertThat(refusalOf(() -> customers.register(command("deleted-x@Deleted.Invalid", null))))
                .isEqualTo(ErrorCode.INVALID_FIELD);
    }

    @Test
    void changesNamesAndNothingElse() {
        CustomerView before = customers.register(aCustomer());
        clock.putForward(Duration.ofSeconds(1));

        CustomerView after = customers.changeProfile(new ChangeProfileCommand(before.id(), "Zoë", "O'Neill 王"));

        assertThat(after.firstName()).isEqualTo("Zoë");
        assertThat(after.lastName()).isEqualTo("O'Neill 王");
        assertThat(after.updatedAt()).isAfter(before.updatedAt());
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("firstName", "lastName", "updatedAt")
                .isEqualTo(before);
        assertThat(customers.customer(before.id())).isEqualTo(after);
    }

    @Test
    void refusesNamesThatNobodyCanRead() {
        CustomerView customer = customers.register(aCustomer());

        assertThat(refusalOf(() -> customers.changeProfile(new ChangeProfileCommand(customer.id(), "A\u0000", "B"))))
                .isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(refusalOf(() -> customers.changeProfile(new ChangeProfileCommand(customer.id(), "A", "B\nC"))))
                .isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(customers.customer(customer.id())).isEqualTo(customer);
    }

    @Test
    void findsACustomerByEmailRegardlessOfCase() {
        RegisterCommand command = aCustomer();
        CustomerView customer = customers.register(command);

        assertThat(customers.customerByEmail(command.email().toUpperCase(Locale.ROOT)))
                .isEqualTo(customer);
        assertThat(refusalOf(() -> customers.customerByEmail(anEmail()))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
    }

    @Test
    void doesNotKnowWhoIsNotThere() {
        assertThat(refusalOf(() -> customers.customer(UUID.randomUUID().toString())))
                .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        assertThat(refusalOf(() -> customers.customer("no id"))).isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(refusalOf(() -> customers.changeProfile(
                        new ChangeProfileCommand(UUID.randomUUID().toString(), "A", "B"))))
                .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
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
}
