package io.microecommerce.seata;

import static org.assertj.core.api.Assertions.assertThat;

import io.seata.core.protocol.RegisterRMRequest;
import io.seata.core.protocol.RegisterTMRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTokenCheckTest {

    private static final String TOKEN = "a-token-of-this-test";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final ClientTokenCheck check =
            new ClientTokenCheck(new ClientProof(TOKEN, Clock.fixed(NOW, ZoneOffset.UTC)));

    @Test
    void acceptsTmAndRmThatKnowTheToken() throws Exception {
        assertThat(registersTm(proof(TOKEN, "TM", NOW))).isTrue();
        assertThat(registersRm(proof(TOKEN, "RM", NOW))).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ";",
                ";;",
                "shop1;;",
                "shop1;1767225600;",
                "shop1;1767225600;00",
                "shop1;99999999999999999999;00",
                "shop1;9223372036854775807;00",
                "ak=seata,digest=x,timestamp=1,authVersion=V4,vgroup=shop,",
                "a-token-of-this-test"
            })
    void refusesTmAndRmWithoutProof(String extraData) {
        assertThat(registersTm(extraData)).isFalse();
        assertThat(registersRm(extraData)).isFalse();
    }

    @Test
    void refusesTmAndRmWithAnotherToken() throws Exception {
        assertThat(registersTm(proof("another-token-here", "TM", NOW))).isFalse();
        assertThat(registersRm(proof("another-token-here", "RM", NOW))).isFalse();
    }

    @Test
    void refusesProofThatWasMadeForTheOtherRole() throws Exception {
        assertThat(registersTm(proof(TOKEN, "RM", NOW))).isFalse();
        assertThat(registersRm(proof(TOKEN, "TM", NOW))).isFalse();
    }

    @Test
    void refusesProofThatWasMadeForAnotherApplication() throws Exception {
        RegisterRMRequest request = new RegisterRMRequest("svc-other", "shop");
        request.setExtraData(proof(TOKEN, "RM", NOW));

        assertThat(check.regResourceManagerCheckAuth(request)).isFalse();
    }

    @Test
    void toleratesClocksThatDifferUpToTheBound() throws Exception {
        Duration bound = ClientProof.VALIDITY;

        assertThat(registersTm(proof(TOKEN, "TM", NOW.minus(bound)))).isTrue();
        assertThat(registersTm(proof(TOKEN, "TM", NOW.plus(bound)))).isTrue();
        assertThat(registersTm(proof(TOKEN, "TM", NOW.minus(bound).minusSeconds(1))))
                .isFalse();
        assertThat(registersTm(proof(TOKEN, "TM", NOW.plus(bound).plusSeconds(1))))
                .isFalse();
    }

    private boolean registersTm(String extraData) {
        RegisterTMRequest request = new RegisterTMRequest("svc-payment", "shop");
        request.setExtraData(extraData);
        return check.regTransactionManagerCheckAuth(request);
    }

    private boolean registersRm(String extraData) {
        RegisterRMRequest request = new RegisterRMRequest("svc-payment", "shop");
        request.setExtraData(extraData);
        return check.regResourceManagerCheckAuth(request);
    }

    /** Written out a second time on purpose: the clients live elsewhere, and the format between them must not drift. */
    private static String proof(String token, String role, Instant at) throws Exception {
        long seconds = at.getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = "shop1\n" + role + "\nsvc-payment\nshop\n" + seconds;
        return "shop1;" + seconds + ";"
                + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
