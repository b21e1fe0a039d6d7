package io.microecommerce.payment.statement;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param readyAt from when on the provider has the statement of the day before, by its own clock
 * @param lookEvery pause between two looks at statements that are due and at open differences
 * @param pageAfter how long a difference may explain itself before a person is called
 */
@ConfigurationProperties("shop.statement")
public record StatementProperties(LocalTime readyAt, Duration lookEvery, Duration pageAfter) {}
