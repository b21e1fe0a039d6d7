package io.microecommerce.gateway.link.web;

import io.microecommerce.gateway.link.OperatorLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where operators look further. Staff only: the addresses of an installation's tools are nobody else's business. */
@RestController
class StaffLinkController {

    private final OperatorLinks links;

    StaffLinkController(OperatorLinks links) {
        this.links = links;
    }

    @GetMapping("/api/v1/staff/link")
    LinksResponse listLinks() {
        return new LinksResponse(
                links.seataConsole().orElse(null), links.trace().orElse(null));
    }

    /**
     * @param seataConsole null where none is configured
     * @param trace the page of one trace, with {@code {trace_id}} where its id goes; null where none is configured
     */
    record LinksResponse(@Nullable String seataConsole, @Nullable String trace) {}
}
