package io.microecommerce.customer.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.account.rpc.DubboCustomerFacade;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The service where nobody configured a mail server. */
@TestPropertySource(properties = {"spring.mail.host=", "shop.mail.from="})
@DirtiesContext
class WithoutMailServerTest extends CustomerServiceTest {

    @Autowired
    private DubboCustomerFacade customers;

    @Autowired
    private HealthEndpoint health;

    @Test
    void startsAndTellsEverybodyAlikeThatThereIsNoMail() {
        RegisterCommand command = aCustomer();
        CustomerView customer = customers.register(command);

        Refusal known = refusal(() -> customers.requestPasswordReset(command.email()));
        Refusal unknown = refusal(() -> customers.requestPasswordReset(anEmail()));

        assertThat(known.code()).isEqualTo(ErrorCode.MAIL_UNAVAILABLE);
        assertThat(unknown).hasToString(known.toString());
        assertThat(refusalOf(() -> customers.requestPasswordReset("nobody"))).isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(jdbc.sql("SELECT count(*) FROM password_reset WHERE customer_id = ?")
                        .param(customer.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void isNoLessHealthy() {
        assertThat(health.healthForPath("db")).isNotNull();
        assertThat(health.healthForPath("mail")).isNull();
    }
}
