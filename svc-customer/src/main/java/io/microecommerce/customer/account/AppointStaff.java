package io.microecommerce.customer.account;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.time.Clock;

/** A member of staff makes a customer one of them, or ends that. */
public final class AppointStaff {

    private final Customers customers;
    private final StaffRoles roles;
    private final Clock clock;

    public AppointStaff(Customers customers, StaffRoles roles, Clock clock) {
        this.customers = customers;
        this.roles = roles;
        this.clock = clock;
    }

    /** @throws Refusal {@code CUSTOMER_NOT_FOUND}; {@code FORBIDDEN} for one's own role, and for who is no member of staff */
    public Customer set(String customerId, boolean staff, String byStaffId) {
        if (!staff && customerId.equals(byStaffId)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "Another member of staff must take your role from you.");
        }
        return switch (roles.set(customerId, staff, byStaffId, clock.instant())) {
            case DONE -> customers.byId(customerId).orElseThrow(NoCustomer::refusal);
            case NO_CUSTOMER -> throw NoCustomer.refusal();
            case BY_NO_STAFF -> throw new Refusal(ErrorCode.FORBIDDEN, "Only a member of staff may do this.");
        };
    }
}
