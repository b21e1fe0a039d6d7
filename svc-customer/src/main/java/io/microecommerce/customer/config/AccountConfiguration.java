package io.microecommerce.customer.config;

import io.microecommerce.customer.account.AppointStaff;
import io.microecommerce.customer.account.ChangeProfile;
import io.microecommerce.customer.account.ClaimReferrer;
import io.microecommerce.customer.account.Customers;
import io.microecommerce.customer.account.LoginAttempts;
import io.microecommerce.customer.account.LoginLimits;
import io.microecommerce.customer.account.PasswordCheck;
import io.microecommerce.customer.account.Passwords;
import io.microecommerce.customer.account.Referrals;
import io.microecommerce.customer.account.Registration;
import io.microecommerce.customer.account.StaffRoles;
import io.microecommerce.customer.address.AddressBook;
import io.microecommerce.customer.address.Addresses;
import io.microecommerce.customer.deletion.CustomerOrders;
import io.microecommerce.customer.deletion.CustomerWallet;
import io.microecommerce.customer.deletion.DeleteCustomer;
import io.microecommerce.customer.deletion.ForgottenCustomers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of an account. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    Registration registration(Customers customers, Passwords passwords, Clock clock) {
        return new Registration(customers, passwords, new SecureRandom(), clock);
    }

    @Bean
    ChangeProfile changeProfile(Customers customers, Clock clock) {
        return new ChangeProfile(customers, clock);
    }

    @Bean
    ClaimReferrer claimReferrer(Customers customers, Referrals referrals, Clock clock) {
        return new ClaimReferrer(customers, referrals, clock);
    }

    @Bean
    AppointStaff appointStaff(Customers customers, StaffRoles roles, Clock clock) {
        return new AppointStaff(customers, roles, clock);
    }

    @Bean
    LoginLimits loginLimits(
            @Value("${shop.customer.login.free-failures}") int freeFailures,
            @Value("${shop.customer.login.first-rest}") Duration firstRest,
            @Value("${shop.customer.login.longest-rest}") Duration longestRest,
            @Value("${shop.customer.login.forgotten-after}") Duration forgottenAfter) {
        return new LoginLimits(freeFailures, firstRest, longestRest, forgottenAfter);
    }

    @Bean
    PasswordCheck passwordCheck(Passwords passwords, LoginAttempts attempts, LoginLimits limits, Clock clock) {
        return new PasswordCheck(passwords, attempts, limits, clock);
    }

    @Bean
    AddressBook addressBook(Addresses addresses, Clock clock) {
        return new AddressBook(addresses, clock);
    }

    @Bean
    DeleteCustomer deleteCustomer(
            Customers customers,
            CustomerWallet wallet,
            CustomerOrders orders,
            ForgottenCustomers forgotten,
            Clock clock) {
        return new DeleteCustomer(customers, wallet, orders, forgotten, clock);
    }
}
