package io.microecommerce.customer.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void knowsThePasswordItHashedAndNoOther() {
        String hash = passwords.hash("correct horse");

        assertThat(hash).startsWith("$2").hasSize(60).doesNotContain("correct");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct hors", hash)).isFalse();
    }

    @Test
    void refusesMoreBytesThanBcryptReads() {
        assertThat(passwords.hash("密".repeat(24))).hasSize(60);

        assertThatThrownBy(() -> passwords.hash("密".repeat(25)))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::code)
                .isEqualTo(ErrorCode.INVALID_FIELD);
    }

    @Test
    void doesNotTakeALongerPasswordForTheOneItBeginsWith() {
        String longest = "x".repeat(72);

        assertThat(passwords.matches(longest + "y", passwords.hash(longest))).isFalse();
    }

    @Test
    void comparesWithSomethingEvenWhenNobodyIsThere() {
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
    }
}
