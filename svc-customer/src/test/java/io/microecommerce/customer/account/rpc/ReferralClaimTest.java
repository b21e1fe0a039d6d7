package io.microecommerce.customer.account.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who recommended the shop is named once, and never leads back to oneself. */
class ReferralClaimTest extends CustomerServiceTest {

    @Autowired
    private DubboCustomerFacade customers;

    @Test
    void remembersTheReferrerThatIsClaimedLater() {
        CustomerView referrer = customers.register(aCustomer());
        CustomerView customer = customers.register(aCustomer());

        customers.claimReferrer(customer.id(), " " + referrer.referrerCode().toLowerCase(Locale.ROOT));

        assertThat(referrerOf(customer)).isEqualTo(referrer.id());
    }

    @Test
    void isClaimedOnce() {
        CustomerView first = customers.register(aCustomer());
        CustomerView second = customers.register(aCustomer());
        CustomerView customer = customers.register(aCustomer());
        customers.claimReferrer(customer.id(), first.referrerCode());

        assertThat(refusalOf(() -> customers.claimReferrer(customer.id(), second.referrerCode())))
                .isEqualTo(ErrorCode.REFERRER_ALREADY_SET);
        CustomerView registeredWithOne = customers.register(withReferrer(first));
        assertThat(refusalOf(() -> customers.claimReferrer(registeredWithOne.id(), second.referrerCode())))
                .isEqualTo(ErrorCode.REFERRER_ALREADY_SET);
        assertThat(referrerOf(customer)).isEqualTo(first.id());
    }

    @Test
    void refusesACodeThatIsNobodys() {
        CustomerView customer = customers.register(aCustomer());

        assertThat(refusalOf(() -> customers.claimReferrer(customer.id(), "22222222")))
                .isEqualTo(ErrorCode.REFERRER_UNKNOWN);
        assertThat(refusalOf(() -> customers.claimReferrer(customer.id(), "' OR 1=1")))
                .isEqualTo(ErrorCode.REFERRER_UNKNOWN);
        assertThat(refusalOf(() -> customers.claimReferrer(UUID.randomUUID().toString(), customer.referrerCode())))
                .isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
    }

    @Test
    void refusesOneself() {
        CustomerView customer = customers.register(aCustomer());

        assertThat(refusalOf(() -> customers.claimReferrer(customer.id(), customer.referrerCode())))
                .isEqualTo(ErrorCode.REFERRAL_CIRCULAR);
    }

    @Test
    void refusesWhomOneReferredThroughOthers() {
        CustomerView first = customers.register(aCustomer());
        CustomerView second = customers.register(withReferrer(first));
        CustomerView third = customers.register(withReferrer(second));
        CustomerView fourth = customers.register(withReferrer(third));

        assertThat(refusalOf(() -> customers.claimReferrer(first.id(), second.referrerCode())))
                .isEqualTo(ErrorCode.REFERRAL_CIRCULAR);
        assertThat(refusalOf(() -> customers.claimReferrer(first.id(), fourth.referrerCode())))
                .isEqualTo(ErrorCode.REFERRAL_CIRCULAR);
        assertThat(referrerOf(first)).isNull();
    }

    @RepeatedTest(5)
    void letsOneOfTwoWinWhoClaimEachOtherAtOnce() throws Exception {
        CustomerView one = customers.register(aCustomer());
        CustomerView other = customers.register(aCustomer());

        Together<CustomerView> claims = Together.all(List.<Callable<CustomerView>>of(
                () -> customers.claimReferrer(one.id(), other.referrerCode()),
                () -> customers.claimReferrer(other.id(), one.referrerCode())));

        assertThat(claims.values()).hasSize(1);
        assertThat(claims.refusals()).containsExactly(ErrorCode.REFERRAL_CIRCULAR);
    }

    @Test
    void closesNoCircleHoweverLongWhenAllClaimTheNextAtOnce() throws Exception {
        List<CustomerView> circle = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            circle.add(customers.register(aCustomer()));
        }
        List<Callable<CustomerView>> claims = new ArrayList<>();
        for (int i = 0; i < circle.size(); i++) {
            CustomerView customer = circle.get(i);
            CustomerView next = circle.get((i + 1) % circle.size());
            claims.add(() -> customers.claimReferrer(customer.id(), next.referrerCode()));
        }

        Together<CustomerView> claimed = Together.all(claims);

        assertThat(claimed.values()).hasSize(circle.size() - 1);
        assertThat(claimed.refusals()).containsExactly(ErrorCode.REFERRAL_CIRCULAR);
    }

    @Test
    void takesOneOfManyReferrersClaimedAtOnce() throws Exception {
        CustomerView customer = customers.register(aCustomer());
        List<Callable<CustomerView>> claims = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            CustomerView referrer = customers.register(aCustomer());
            claims.add(() -> customers.claimReferrer(customer.id(), referrer.referrerCode()));
        }

        Together<CustomerView> claimed = Together.all(claims);

        assertThat(claimed.values()).hasSize(1);
        assertThat(claimed.refusals()).hasSize(5).containsOnly(ErrorCode.REFERRER_ALREADY_SET);
    }

    private String referrerOf(CustomerView customer) {
        return jdbc.sql("SELECT referrer_id FROM customer WHERE id = ?")
                .param(customer.id())
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
