package io.microecommerce.gateway.config;

import java.time.Instant;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Parameters are read as strictly as bodies: a time is ISO 8601 in UTC, and not also what Spring takes for one, such as 5. */
@Configuration(proxyBeanMethods = false)
class ParameterConfig {

    @Bean
    WebMvcConfigurer strictTimes() {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addParser(new IsoInstants());
            }
        };
    }

    /** Never asked about an empty parameter, which is how a form says that nothing was chosen. */
    private static final class IsoInstants implements Parser<Instant> {

        @Override
        public Instant parse(String text, Locale locale) {
            return Instant.parse(text);
        }
    }
}
