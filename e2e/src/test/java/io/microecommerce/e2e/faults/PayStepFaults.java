package io.microecommerce.e2e.faults;

import io.microecommerce.payment.pay.PayStepListener;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Crash points at each step that svc-payment tells of. */
@AutoConfiguration
@ConditionalOnClass(name = "io.microecommerce.payment.pay.PayStepListener")
public class PayStepFaults {

    @Bean
    PayStepListener crashPointListener() {
        FaultFolder folder = FaultFolder.ofThisProcess();
        return step -> folder.reached(step.name());
    }
}
