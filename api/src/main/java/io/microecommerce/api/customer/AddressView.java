package io.microecommerce.api.customer;

import java.io.Serializable;

/**
 * An address in a customer's address book.
 *
 * @param preferred the one that an order takes when it names none
 */
public record AddressView(String id, PostalAddress address, boolean preferred) implements Serializable {}
