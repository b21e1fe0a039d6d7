package io.microecommerce.customer.account.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.customer.SessionView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.Together;
import io.microecommerce.customer.session.rpc.DubboSessionFacade;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff make others staff, and one always stays. */
class StaffRoleTest extends CustomerServiceTest {

    @Autowired
    private DubboCustomerFacade customers;

    @Autowired
    private DubboSessionFacade sessions;

    @Test
    void isGivenAndTakenAgain() {
        CustomerView customer = customers.register(aCustomer());

        assertThat(customers.setStaff(customer.id(), true, STAFF).staff()).isTrue();
        assertThat(customers.setStaff(customer.id(), true, STAFF).staff()).isTrue();
        assertThat(customers.customer(customer.id()).staff()).isTrue();
        assertThat(customers.setStaff(customer.id(), false, STAFF).staff()).isFalse();
        assertThat(customers.setStaff(customer.id(), false, STAFF).staff()).isFalse();
    }

    @Test
    void isInTheNextRefreshOfALoginAndItsLossEndsTheLogin() {
        RegisterCommand command = aCustomer();
        CustomerView customer = customers.register(command);
        SessionView session = sessions.logIn(new Credentials(command.email(), PASSWORD));
        assertThat(session.customer().staff()).isFalse();

        customers.setStaff(customer.id(), true, STAFF);
        SessionView asStaff = sessions.refresh(session.refreshToken());
        assertThat(asStaff.customer().staff()).isTrue();

        customers.setStaff(customer.id(), false, STAFF);
        assertThat(sessions.isLive(session.id())).isFalse();
        assertThat(refusalOf(() -> sessions.refresh(asStaff.refreshToken()))).isEqualTo(ErrorCode.SESSION_ENDED);
    }

    @Test
    void doesNotLogOutACustomerWhoHadNoRoleToLose() {
        RegisterCommand command = aCustomer();
        CustomerView customer = customers.register(command);
        SessionView session = sessions.logIn(new Credentials(command.email(), PASSWORD));

        customers.setStaff(customer.id(), false, STAFF);

        assertThat(sessions.isLive(session.id())).isTrue();
    }

    @Test
    void cannotBeTakenFromOneself() {
        assertThat(refusalOf(() -> customers.setStaff(STAFF, false, STAFF))).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(customers.setStaff(STAFF, true, STAFF).staff()).isTrue();
    }

    @Test
    void isNotForCustomersToGive() {
        CustomerView customer = customers.register(aCustomer());

        assertThat(refusalOf(() -> customers.setStaff(customer.id(), true, customer.id())))
                .isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(refusalOf(() -> customers.setStaff(STAFF, false, customer.id())))
                .isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(customers.customer(customer.id()).staff()).isFalse();
    }

    @Test
    void isForCustomersOnly() {
        assertThat(refusalOf(() -> customers.setStaff(UUID.randomUUID().toString(), true, STAFF)))
                .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
    }

    @RepeatedTest(5)
    void staysWithOneOfTwoWhoTakeItFromEachOtherAtOnce() throws Exception {
        CustomerView one = customers.register(aCustomer());
        CustomerView other = customers.register(aCustomer());
        customers.setStaff(one.id(), true, STAFF);
        customers.setStaff(other.id(), true, STAFF);

        Together<CustomerView> taken = Together.all(List.<Callable<CustomerView>>of(
                () -> customers.setStaff(one.id(), false, other.id()),
                () -> customers.setStaff(other.id(), false, one.id())));

        assertThat(taken.values()).hasSize(1);
        assertThat(taken.refusals()).containsExactly(ErrorCode.FORBIDDEN);
    }
}
