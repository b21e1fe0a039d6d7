package io.microecommerce.gateway.product.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.error.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Which version a change was made from: as {@code version} in the body, or as the ETag that came with it. */
final class Versions {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private Versions() {}

    /**
     * Names the version of what is answered. It is set on the response and not on a {@code ResponseEntity}, with which Spring
     * would answer 304 to who knows the tag: the stock in the same answer changes without it.
     */
    static void tag(HttpServletResponse response, long version) {
        response.setHeader(HttpHeaders.ETAG, "\"" + version + "\"");
    }

    /**
     * @param version of the body
     * @param ifMatch the header {@code If-Match}
     */
    static long expected(@Nullable Long version, @Nullable String ifMatch) {
        if (ifMatch == null) {
            long named = required("version", version);
            if (named < 0) {
                throw Refusal.invalid("version", "must be one that was read");
            }
            return named;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Refusal.invalid(HttpHeaders.IF_MATCH, "must be the ETag of what was read, such as \"3\"");
        }
        long tagged = Long.parseLong(tag.group(1));
        if (version != null && version != tagged) {
            throw Refusal.invalid("version", "and If-Match name different versions");
        }
        return tagged;
    }
}
