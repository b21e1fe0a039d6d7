package io.microecommerce.customer.account;

import java.time.Instant;

/** Who works here. */
public interface StaffRoles {

    /** What became of an appointment. */
    enum Appointment {
        /** The customer is what was asked for, perhaps since before. */
        DONE,
        NO_CUSTOMER,
        /** Who asks for it is not, or no longer, one of the staff. */
        BY_NO_STAFF
    }

    /**
     * Decided while neither the role of the one nor that of the other can change: of two members who take each other's role at
     * once, the second is no member any more, so one stays. Whoever loses the role is logged out in the same moment.
     */
    Appointment set(String customerId, boolean staff, String byStaffId, Instant at);
}
