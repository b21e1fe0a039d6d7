package io.microecommerce.order.config;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** A mail server and a receiver are named; an empty name is none. */
class StaffMailIsConfigured implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        return StringUtils.hasText(environment.getProperty("spring.mail.host"))
                && StringUtils.hasText(environment.getProperty("shop.order.staff-mail"));
    }
}
