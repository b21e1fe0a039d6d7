package io.microecommerce.customer.account.store;

import io.microecommerce.customer.account.Customer;
import io.microecommerce.customer.account.Customers;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Customers in PostgreSQL. */
@Repository
class MyBatisCustomers implements Customers {

    private final CustomerMapper mapper;

    MyBatisCustomers(CustomerMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean add(Customer customer) {
        return mapper.insert(CustomerRow.of(customer)) == 1;
    }

    @Override
    public Optional<Customer> byId(String id) {
        return Optional.ofNullable(mapper.byId(id)).map(CustomerRow::toCustomer);
    }

    @Override
    public Optional<Customer> byEmail(String email) {
        if (email.indexOf('\0') >= 0) {
            // PostgreSQL refuses the character itself, as an error; nobody can have such an e-mail.
            return Optional.empty();
        }
        return Optional.ofNullable(mapper.byEmail(email)).map(CustomerRow::toCustomer);
    }

    @Override
    public Optional<Customer> byReferralCode(String referralCode) {
        return Optional.ofNullable(mapper.byReferralCode(referralCode)).map(CustomerRow::toCustomer);
    }

    @Override
    public Optional<Customer> rename(String id, String firstName, String lastName, Instant at) {
        return Optional.ofNullable(mapper.rename(id, firstName, lastName, at)).map(CustomerRow::toCustomer);
    }
}
