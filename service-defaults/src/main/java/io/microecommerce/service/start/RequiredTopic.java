package io.microecommerce.service.start;

/**
 * A topic that a service sends to or hears; one bean each. It must be there before, made by somebody who knew its type.
 *
 * @param type what its messages are, as RocketMQ names it: {@code TRANSACTION} or {@code DELAY}
 */
public record RequiredTopic(String name, String type) {}
