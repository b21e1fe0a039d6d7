package io.microecommerce.gateway.request;

import org.springframework.security.core.Authentication;

/** Who asks, where a route is for customers and staff alike. */
public final class Caller {

    /** What a token of a member of the staff gives. */
    public static final String STAFF = "STAFF";

    private Caller() {}

    public static boolean isStaff(Authentication caller) {
        return caller.getAuthorities().stream().anyMatch(authority -> STAFF.equals(authority.getAuthority()));
    }
}
