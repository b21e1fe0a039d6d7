package io.microecommerce.customer.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralCodeTest {

    @Test
    void avoidsCharactersThatLookAlike() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            assertThat(ReferralCode.random(random)).matches("[2-9A-HJ-NP-Z]{8}");
        }
    }

    @Test
    void isReadRegardlessOfCaseAndSurroundingSpace() {
        assertThat(ReferralCode.normalised(" alyce234 ")).contains("ALYCE234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ALYCE23", "ALYCE2345", "ALYCE23O", "ALYCE23\u0000", "' OR 1=1"})
    void cannotBeAnythingElse(String typed) {
        assertThat(ReferralCode.normalised(typed)).isEmpty();
    }
}
