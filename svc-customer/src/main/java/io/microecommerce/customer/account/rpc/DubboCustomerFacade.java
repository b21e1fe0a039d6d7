package io.microecommerce.customer.account.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.CustomerFacade;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.account.Customer;
import io.microecommerce.customer.account.Customers;
import io.microecommerce.customer.account.Login;
import io.microecommerce.customer.account.Registration;
import org.apache.dubbo.config.annotation.DubboService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Customers over Dubbo. */
@DubboService
public class DubboCustomerFacade implements CustomerFacade {

    private static final Logger log = LoggerFactory.getLogger(DubboCustomerFacade.class);

    private final Registration registration;
    private final Login login;
    private final Customers customers;

    DubboCustomerFacade(Registration registration, Login login, Customers customers) {
        this.registration = registration;
        this.login = login;
        this.customers = customers;
    }

    @Override
    public CustomerView register(RegisterCommand command) throws Refusal {
        Customer customer = registration.register(command);
        log.info("Customer {} registered, referrer {}", customer.id(), customer.referrerId());
        return view(customer);
    }

    @Override
    public CustomerView authenticate(Credentials credentials) throws Refusal {
        return view(login.authenticate(credentials));
    }

    @Override
    public CustomerView customer(String customerId) throws Refusal {
        return customers
                .byId(Limits.requireId("customer_id", customerId))
                .map(DubboCustomerFacade::view)
                .orElseThrow(() -> new Refusal(ErrorCode.CUSTOMER_NOT_FOUND, "There is no such customer."));
    }

    private static CustomerView view(Customer customer) {
        return new CustomerView(
                customer.id(),
                customer.email(),
                customer.firstName(),
                customer.lastName(),
                customer.referralCode(),
                customer.staff(),
                customer.createdAt(),
                customer.updatedAt());
    }
}
