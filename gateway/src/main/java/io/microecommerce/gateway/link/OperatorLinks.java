package io.microecommerce.gateway.link;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of tools that operators open in their own browser. Each belongs to an installation and may be absent.
 *
 * @param seataConsole the coordinator's console
 * @param trace the page of one trace, which holds {@value #TRACE_ID} where its id goes
 */
public record OperatorLinks(Optional<String> seataConsole, Optional<String> trace) {

    public static final String TRACE_ID = "{trace_id}";

    /**
     * @param seataConsole empty for none
     * @param trace empty for none
     * @throws IllegalStateException if one is no address of a page; the gateway must not start with it
     */
    public static OperatorLinks of(String seataConsole, String trace) {
        Optional<String> tracePage = page("shop.gateway.links.trace", trace);
        if (tracePage.isPresent() && !trace.contains(TRACE_ID)) {
            throw new IllegalStateException("shop.gateway.links.trace must hold " + TRACE_ID
                    + " where the id of a trace goes, as in http://127.0.0.1:9411/zipkin/traces/" + TRACE_ID
                    + "; it is "
                    + trace);
        }
        return new OperatorLinks(page("shop.gateway.links.seata-console", seataConsole), tracePage);
    }

    private static Optional<String> page(String setting, String address) {
        if (address.isBlank()) {
            return Optional.empty();
        }
        if (!isPage(address.replace(TRACE_ID, "0"))) {
            throw new IllegalStateException(
                    setting + " must be an address that starts with http:// or https://, or empty; it is " + address);
        }
        return Optional.of(address);
    }

    /** A link that ran as a script would run with the rights of whoever clicks on it. */
    private static boolean isPage(String address) {
        try {
            URI page = URI.create(address);
            return isWeb(page.getScheme()) && page.getHost() != null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static boolean isWeb(@Nullable String scheme) {
        return "http".equals(scheme) || "https".equals(scheme);
    }
}
