package io.microecommerce.local.launcher.topology;

import java.util.Map;

/**
 * What Nacos holds before the first service starts.
 *
 * @param component the component that is Nacos
 * @param adminSecret secret with the password of its administrator {@code nacos}
 * @param user the account the services use
 * @param userSecret secret with that account's password
 * @param configuration content by data id, in the group DEFAULT_GROUP; written only where absent
 */
public record NacosSeed(
        String component, String adminSecret, String user, String userSecret, Map<String, String> configuration) {

    public NacosSeed {
        configuration = Map.copyOf(configuration);
    }
}
