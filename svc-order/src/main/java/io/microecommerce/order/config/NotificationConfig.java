package io.microecommerce.order.config;

import io.microecommerce.order.notification.NotifyStaff;
import io.microecommerce.order.notification.ReadNotifications;
import io.microecommerce.order.notification.StaffNotifications;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of staff notifications, which know no framework themselves. */
@Configuration(proxyBeanMethods = false)
class NotificationConfig {

    @Bean
    NotifyStaff notifyStaff(StaffNotifications notifications) {
        return new NotifyStaff(notifications);
    }

    @Bean
    ReadNotifications readNotifications(StaffNotifications notifications) {
        return new ReadNotifications(notifications);
    }
}
