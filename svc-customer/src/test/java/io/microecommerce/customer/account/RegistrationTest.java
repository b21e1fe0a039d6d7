package io.microecommerce.customer.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.123456789Z"), ZoneOffset.UTC);

    private final ListedCustomers customers = new ListedCustomers();
    private final Passwords passwords = new Passwords();

    @Test
    void takesAnotherReferralCodeWhenTheFirstIsSomebodys() {
        Customer first = registration().register(command("first@example.com"));

        Customer second = registration().register(command("second@example.com"));

        assertThat(second.referralCode()).isNotEqualTo(first.referralCode());
        assertThat(customers.refused).isEqualTo(1);
    }

    @Test
    void answersWithTheTimeThatTheDatabaseCanKeep() {
        assertThat(registration().register(command("a@example.com")).createdAt())
                .isEqualTo(Instant.parse("2026-01-02T03:04:05.123456Z"));
    }

    @Test
    void refusesControlCharactersInNames() {
        RegisterCommand command = new RegisterCommand("a@example.com", "password", "A\u0000", "B", null);

        assertThatThrownBy(() -> registration().register(command))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FIELD));
        assertThat(customers.all).isEmpty();
    }

    /** Each draws the same codes, so that the second customer meets the first one's. */
    private Registration registration() {
        return new Registration(customers, passwords, new Random(1), CLOCK);
    }

    private static RegisterCommand command(String email) {
        return new RegisterCommand(email, "password", "First", "Last", null);
    }

    private static final class ListedCustomers implements Customers {

        private final List<Customer> all = new ArrayList<>();
        private int refused;

        @Override
        public boolean add(Customer customer) {
            if (byEmail(customer.email()).isPresent()
                    || byReferralCode(customer.referralCode()).isPresent()) {
                refused++;
                return false;
            }
            return all.add(customer);
        }

        @Override
        public Optional<Customer> byId(String id) {
            return all.stream().filter(customer -> customer.id().equals(id)).findAny();
        }

        @Override
        public Optional<Customer> byEmail(String email) {
            return all.stream()
                    .filter(customer -> customer.email().equalsIgnoreCase(email))
                    .findAny();
        }

        @Override
        public Optional<Customer> byReferralCode(String code) {
            return all.stream()
                    .filter(customer -> customer.referralCode().equals(code))
                    .findAny();
        }

        @Override
        public Optional<Customer> rename(String id, String firstName, String lastName, Instant at) {
            throw new UnsupportedOperationException("A registration renames nobody");
        }
    }
}
