package io.microecommerce.gateway.customer.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.customer.CustomerFacade;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.gateway.session.LiveSessions;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff see and change of customers. */
@RestController
@RequestMapping("/api/v1/staff/customer")
class StaffCustomerController {

    private static final int MAX_EMAIL_LENGTH = 254;

    private final CustomerFacade customers;
    private final LiveSessions sessions;

    StaffCustomerController(CustomerFacade customers, LiveSessions sessions) {
        this.customers = customers;
        this.sessions = sessions;
    }

    @GetMapping
    CustomerResponse findCustomer(@RequestParam(required = false) @Nullable String email) {
        return CustomerResponse.of(
                customers.customerByEmail(Limits.requireText("email", required("email", email), MAX_EMAIL_LENGTH)));
    }

    /** Taking the role ends the sessions of who had it. */
    @PutMapping("/{id}/role")
    CustomerResponse changeRole(Principal staff, @PathVariable String id, @RequestBody RoleRequest request) {
        CustomerView changed =
                customers.setStaff(Limits.requireId("id", id), required("staff", request.staff()), staff.getName());
        sessions.askAgainFor(changed.id());
        return CustomerResponse.of(changed);
    }

    record RoleRequest(@Nullable Boolean staff) {}
}
