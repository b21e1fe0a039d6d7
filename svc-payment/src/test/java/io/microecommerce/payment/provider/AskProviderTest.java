package io.microecommerce.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The customer is sent to the provider in time, and under one number. */
class AskProviderTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final ProviderProperties TIMES = new ProviderProperties(
            Duration.ofMinutes(15),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));

    private final ScriptedProvider provider = new ScriptedProvider();
    private final Charges charges = testbed.bean(Charges.class);
    private final AskProvider ask = new AskProvider(charges, provider, TIMES, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theProviderStopsTakingMoneyBeforeTheOrderStopsWaitingForIt() {
        assertThat(ask.expiresAt(NOW.plusSeconds(3_600))).contains(Instant.parse("2026-01-02T03:19:05Z"));
        assertThat(ask.expiresAt(NOW.plusSeconds(300))).contains(Instant.parse("2026-01-02T03:08:35Z"));
    }

    @Test
    void nobodyIsSentThereWithTooLittleTime() {
        assertThat(ask.expiresAt(NOW.plusSeconds(91))).isPresent();
        assertThat(ask.expiresAt(NOW.plusSeconds(89))).isEmpty();
        assertThat(ask.expiresAt(NOW.minusSeconds(1))).isEmpty();
    }

    @Test
    void anUnknownAnswerIsAskedForAgainUnderTheSameNumberAndThenKept() {
        String id = UUID.randomUUID().toString().replace("-", "");
        charges.open(
                id,
                Purpose.TOP_UP,
                "customer",
                new Money("CNY", 100),
                "A top-up",
                Instant.now().plusSeconds(600));
        provider.silent = true;
        ask.ask(id);
        assertThat(charges.byId(id).orElseThrow().codeUrl()).isNull();
        assertThat(charges.byId(id).orElseThrow().state()).isEqualTo(ChargeState.OPEN);

        provider.silent = false;
        ask.ask(id);
        String code = charges.byId(id).orElseThrow().codeUrl();
        provider.silent = true;
        ask.ask(id);

        assertThat(code).isEqualTo("weixin://" + id);
        assertThat(charges.byId(id).orElseThrow().codeUrl()).isEqualTo(code);
    }
}
