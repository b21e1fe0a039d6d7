package io.microecommerce.customer.session;

/** Why a session ended before its time. Each value stands in the database by its name. */
public enum SessionEnd {
    LOGGED_OUT,
    /** A refresh token came that had been used: it, or the one that followed it, is in the wrong hands. */
    TOKEN_REUSED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    /** The customer works here no longer. */
    ROLE_TAKEN
}
