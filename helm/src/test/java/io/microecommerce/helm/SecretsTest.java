package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.microecommerce.helm.Charts.Profile;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @AfterEach
    void emptyTheCluster() {
        Cluster.running().clear();
    }

    @ParameterizedTest
    @CsvSource({"backing, backing", "shop, shop", "shop, shop-signing-keys"})
    void areGeneratedOnceAndKeptOverUpgrades(String chart, String name) {
        Profile profile = new Profile(chart, Profile.DEFAULTS);
        Secret installed = secret(profile, name);
        assertThat(secret(profile, name).getData()).isNotEqualTo(installed.getData());

        Cluster.running().put(name, installed.getData());

        assertThat(secret(profile, name).getData()).isEqualTo(installed.getData());
        assertThat(installed.getMetadata().getAnnotations()).containsEntry("helm.sh/resource-policy", "keep");
    }

    @Test
    void aKeyThatAnOlderChartDidNotKnowIsAddedToTheOthers() {
        Profile profile = new Profile("backing", Profile.DEFAULTS);
        Map<String, String> older = new HashMap<>(secret(profile, "backing").getData());
        older.remove("seata.token");
        Cluster.running().put("backing", older);

        Map<String, String> now = secret(profile, "backing").getData();

        assertThat(now).containsAllEntriesOf(older).containsKey("seata.token");
    }

    @Test
    void aKeyThatWasAddedToRotateTheSigningKeysStays() {
        Profile profile = new Profile("shop", Profile.DEFAULTS);
        Map<String, String> rotated = Map.of("0001.pem", "b25l", "0002.pem", "dHdv");
        Cluster.running().put("shop-signing-keys", rotated);

        assertThat(secret(profile, "shop-signing-keys").getData()).isEqualTo(rotated);
    }

    /** As the gateway reads it. */
    @Test
    void theSigningKeyIsAnEcKeyOnP256InPkcs8() throws Exception {
        String pem = decoded(secret(new Profile("shop", Profile.DEFAULTS), "shop-signing-keys")
                .getData()
                .get("0001.pem"));
        String body = pem.replace("-----BEGIN PRIVATE KEY-----", "")
                .replace("-----END PRIVATE KEY-----", "")
                .strip();

        ECPrivateKey key = (ECPrivateKey) KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));

        assertThat(key.getParams().getOrder().bitLength()).isEqualTo(256);
    }

    /** As Nacos and the TC's console want them: base64 of 32 bytes at least. */
    @Test
    void theKeysThatSignSessionsAreBase64OfEnoughBytes() {
        Map<String, String> data =
                secret(new Profile("backing", Profile.DEFAULTS), "backing").getData();

        for (String key : new String[] {"nacos-token.key", "seata-console.key"}) {
            assertThat(Base64.getDecoder().decode(decoded(data.get(key))))
                    .as(key)
                    .hasSizeGreaterThanOrEqualTo(32);
        }
    }

    @ParameterizedTest
    @CsvSource({"backing, secrets.existingSecret", "shop, secrets.existingSecret", "shop, secrets.existingSigningKeys"})
    void noneIsGeneratedWhereOneIsBrought(String chart, String value) {
        Rendered rendered = Charts.render(new Profile(chart, Profile.DEFAULTS), Map.of(value, "mine"));

        assertThat(rendered.all(Secret.class)).hasSize(chart.equals("shop") ? 1 : 0);
        assertThat(rendered.text()).contains("mine");
    }

    private static Secret secret(Profile profile, String name) {
        return Charts.render(profile, Map.of()).find(Secret.class, name).orElseThrow();
    }

    private static String decoded(String data) {
        return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    }
}
