package io.microecommerce.gateway.config;

import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.gateway.staff.LiveNotifications;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One poller a gateway, however many listen. */
@Configuration(proxyBeanMethods = false)
class NotificationConfig {

    @Bean
    LiveNotifications liveNotifications(
            StaffNotificationFacade notifications,
            Clock clock,
            @Value("${shop.gateway.notification-listeners}") int maxListeners) {
        return new LiveNotifications(notifications, clock, maxListeners);
    }
}
