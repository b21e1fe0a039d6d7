package io.microecommerce.e2e.faults;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The clock of every service can be shifted. */
@AutoConfiguration(beforeName = "io.microecommerce.service.time.ClockAutoConfiguration")
public class ClockFaults {

    @Bean
    Clock shiftedClock(@Value("${spring.application.name}") String service) {
        return new ShiftedClock(FaultFolder.ofThisProcess(), service, Clock.systemUTC());
    }
}
