package io.microecommerce.gateway.customer.web;

import io.microecommerce.api.customer.CustomerFacade;
import io.microecommerce.api.customer.CustomerLedgerFacade;
import io.microecommerce.api.payment.PaymentFacade;
import java.net.URI;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registration, and what a customer has: wallet, credit, commission. */
@RestController
@RequestMapping("/api/v1/customer")
class CustomerController {

    private static final URI ME = URI.create("/api/v1/customer/me");

    private final CustomerFacade customers;
    private final CustomerLedgerFacade ledgers;
    private final PaymentFacade payments;

    CustomerController(CustomerFacade customers, CustomerLedgerFacade ledgers, PaymentFacade payments) {
        this.customers = customers;
        this.ledgers = ledgers;
        this.payments = payments;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RegisteredResponse> registerCustomer(@RequestBody RegisterRequest request) {
        return ResponseEntity.created(ME).body(RegisteredResponse.of(customers.register(request.toCommand())));
    }

    @GetMapping("/me/balance")
    BalanceResponse showMyBalance(Principal customer) {
        return BalanceResponse.of(payments.balance(customer.getName()));
    }

    @GetMapping("/me/credit")
    CreditResponse showMyCredit(Principal customer) {
        return CreditResponse.of(ledgers.credit(customer.getName()));
    }

    @GetMapping("/me/commission")
    CommissionResponse showMyCommission(Principal customer) {
        return CommissionResponse.of(ledgers.commission(customer.getName()));
    }
}
