package io.microecommerce.service.mq;

import org.apache.rocketmq.spring.support.DefaultRocketMQListenerContainer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** For every service that talks to the broker. */
@AutoConfiguration
@ConditionalOnClass(DefaultRocketMQListenerContainer.class)
public class PatientClientsAutoConfiguration {

    @Bean
    static BeanPostProcessor patientClients() {
        return new PatientClients();
    }
}
