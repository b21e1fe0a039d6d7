package io.microecommerce.customer.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.account.rpc.DubboCustomerFacade;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The service as it is unless told otherwise, beside a mail server that cannot encrypt. */
@TestPropertySource(properties = "SMTP_STARTTLS=true")
@DirtiesContext
class OnlyEncryptedMailTest extends CustomerServiceTest {

    @Autowired
    private DubboCustomerFacade customers;

    @Test
    void sendsNoTokenInTheClear() {
        RegisterCommand command = aCustomer();
        CustomerView customer = customers.register(command);

        customers.requestPasswordReset(command.email());

        await().untilAsserted(() -> assertThat(
                        jdbc.sql("SELECT count(send_failed_at) FROM password_reset WHERE customer_id = ?")
                                .param(customer.id())
                                .query(Long.class)
                                .single())
                .isEqualTo(1));
        assertThat(Arrays.stream(MAIL.getReceivedMessages())
                        .filter(mail -> recipients(mail).contains(command.email())))
                .isEmpty();
    }

    private static String recipients(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients());
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
