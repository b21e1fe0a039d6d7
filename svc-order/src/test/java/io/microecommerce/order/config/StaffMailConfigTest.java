package io.microecommerce.order.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.order.notification.MailNotifications;
import io.microecommerce.order.notification.MailQueue;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StaffMailConfigTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(context ->
                    context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(StaffMailConfig.class)
            .withBean(MailQueue.class, NoMails::new)
            .withPropertyValues("shop.order.mail-interval=1h", "shop.order.mail-retry-after=30s");

    @ParameterizedTest
    @CsvSource({"'', packing@example.com", "smtp.example.com, ''", "'', ''", "' ', ' '"})
    void mailsNobodyWithoutAServerOrAReceiver(String host, String receivers) {
        service.withPropertyValues(
                        "spring.mail.host=" + host, "shop.order.staff-mail=" + receivers, "shop.order.mail-from=")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(MailNotifications.class));
    }

    @Test
    void mailsWhereBothAreNamed() {
        service.withPropertyValues(
                        "spring.mail.host=smtp.example.com",
                        "shop.order.staff-mail=packing@example.com,office@example.com",
                        "shop.order.mail-from=Shop <shop@example.com>")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(MailNotifications.class));
    }

    @ParameterizedTest
    @CsvSource({"'', packing@example.com, MAIL_FROM", "shop@example.com, packing at example.com, STAFF_MAIL"})
    void doesNotStartWithAnAddressThatIsNone(String from, String receivers, String named) {
        service.withPropertyValues(
                        "spring.mail.host=smtp.example.com",
                        "shop.order.staff-mail=" + receivers,
                        "shop.order.mail-from=" + from)
                .run(context -> assertThat(context).getFailure().rootCause().satisfies(cause -> assertThat(
                                context.getStartupFailure())
                        .hasStackTraceContaining(named)));
    }

    private static final class NoMails implements MailQueue {

        @Override
        public void takeUp(Duration youngerThan) {}

        @Override
        public Optional<Mail> lease(Duration lease) {
            return Optional.empty();
        }

        @Override
        public void sent(Mail mail) {}

        @Override
        public void putBack(Mail mail, Duration after) {}

        @Override
        public void giveUp(Mail mail) {}
    }
}
