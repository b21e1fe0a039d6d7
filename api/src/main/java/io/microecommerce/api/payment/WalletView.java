package io.microecommerce.api.payment;

import io.microecommerce.api.money.Money;
import java.io.Serializable;

/**
 * @param available can be spent
 * @param frozen held by payments under way
 */
public record WalletView(Money available, Money frozen) implements Serializable {}
