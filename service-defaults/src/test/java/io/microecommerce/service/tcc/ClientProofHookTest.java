package io.microecommerce.service.tcc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.seata.core.protocol.RegisterRMRequest;
import org.apache.seata.core.protocol.RegisterTMRequest;
import org.junit.jupiter.api.Test;

class ClientProofHookTest {

    private final ClientProofHook hook =
            new ClientProofHook(Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC));

    /** The expected value: {@code printf 'shop1\nTM\nsvc-x\nshop\n1800000000' | openssl dgst -sha256 -hmac a-token}. */
    @Test
    void provesTheTokenWithoutShowingIt() {
        assertThat(hook.proof("TM", new RegisterTMRequest("svc-x", "shop"), "a-token"))
                .isEqualTo("shop1;1800000000;f5dac973776ece61c7b32a68ed8973c75c71e91a84ed828d67af0558617f9fa1");
    }

    @Test
    void aProofOfOneRoleOrServiceIsNoneOfAnother() {
        String proof = hook.proof("TM", new RegisterTMRequest("svc-x", "shop"), "a-token");

        assertThat(hook.proof("RM", new RegisterRMRequest("svc-x", "shop"), "a-token"))
                .isNotEqualTo(proof);
        assertThat(hook.proof("TM", new RegisterTMRequest("svc-y", "shop"), "a-token"))
                .isNotEqualTo(proof);
        assertThat(hook.proof("TM", new RegisterTMRequest("svc-x", "shop"), "b-token"))
                .isNotEqualTo(proof);
    }
}
