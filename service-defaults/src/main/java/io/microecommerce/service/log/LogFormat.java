package io.microecommerce.service.log;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * How a service writes its log: as lines for people, or with {@code LOG_FORMAT=json} one JSON object a line, with the fields of the
 * Elastic Common Schema and what is known of trace, order and global transaction.
 */
final class LogFormat implements EnvironmentPostProcessor {

    static final String VARIABLE = "LOG_FORMAT";

    private static final String TEXT = "text";
    private static final String JSON = "json";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String format = environment.getProperty(VARIABLE, "");
        switch (format) {
            case "", TEXT -> {
                // As it stands in service-defaults.yml.
            }
            case JSON ->
                environment
                        .getPropertySources()
                        .addLast(new MapPropertySource(VARIABLE, Map.of("logging.structured.format.console", "ecs")));
            default ->
                throw new InvalidConfigurationPropertyValueException(
                        VARIABLE, format, "It must be json, or text, which it is without it.");
        }
    }
}
