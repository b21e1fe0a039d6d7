package io.microecommerce.api.customer;

import io.microecommerce.api.error.Refusal;

/** Customers' accounts. */
public interface CustomerFacade {

    /**
     * Not idempotent: never retried by the transport.
     *
     * @throws Refusal {@code EMAIL_TAKEN}, {@code REFERRER_UNKNOWN}
     */
    CustomerView register(RegisterCommand command) throws Refusal;

    /** @throws Refusal {@code CUSTOMER_NOT_FOUND} */
    CustomerView customer(String customerId) throws Refusal;

    /** @throws Refusal {@code CUSTOMER_NOT_FOUND} */
    CustomerView changeProfile(ChangeProfileCommand command) throws Refusal;

    /**
     * Ends all sessions of the customer.
     *
     * @throws Refusal {@code PASSWORD_WRONG}, {@code TOO_MANY_LOGIN_ATTEMPTS}, {@code CUSTOMER_NOT_FOUND}
     */
    void changePassword(ChangePasswordCommand command) throws Refusal;

    /**
     * Names who recommended the shop, once and for orders to come.
     *
     * @throws Refusal {@code REFERRER_UNKNOWN}; {@code REFERRER_ALREADY_SET}; {@code REFERRAL_CIRCULAR} when it is the customer,
     *     or somebody whom the customer referred, directly or through others; {@code CUSTOMER_NOT_FOUND}
     */
    CustomerView claimReferrer(String customerId, String referrerCode) throws Refusal;

    /**
     * Sends a link that sets a new password to the e-mail address, if somebody has it; nobody learns whether.
     *
     * @throws Refusal {@code INVALID_FIELD}; {@code MAIL_UNAVAILABLE} where no mail server is configured
     */
    void requestPasswordReset(String email) throws Refusal;

    /**
     * Ends all sessions of the customer; the token is used up.
     *
     * @throws Refusal {@code RESET_TOKEN_INVALID} for one that is unknown, too old or used
     */
    void resetPassword(ResetPasswordCommand command) throws Refusal;

    /**
     * Forgets who the customer was: names, e-mail, addresses, password and sessions go, here and in the customer's orders. The
     * ledgers stay, under an id that leads to nobody. Idempotent.
     *
     * @throws Refusal {@code CUSTOMER_HAS_OPEN_ORDERS}, {@code WALLET_NOT_EMPTY}
     */
    void delete(String customerId) throws Refusal;

    /**
     * For staff: the customer with this e-mail address.
     *
     * @throws Refusal {@code CUSTOMER_NOT_FOUND}
     */
    CustomerView customerByEmail(String email) throws Refusal;

    /**
     * For staff: makes a customer one of them, or no longer; the latter ends their sessions. Idempotent.
     *
     * @throws Refusal {@code CUSTOMER_NOT_FOUND}; {@code FORBIDDEN} for taking one's own role, so that one member stays
     */
    CustomerView setStaff(String customerId, boolean staff, String byStaffId) throws Refusal;
}
