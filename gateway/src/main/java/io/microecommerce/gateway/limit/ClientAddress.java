package io.microecommerce.gateway.limit;

import jakarta.servlet.http.HttpServletRequest;

/** Who a client is, before it has said so. */
final class ClientAddress {

    private static final int IPV6_GROUPS = 8;

    private ClientAddress() {}

    /**
     * The address that the connection came from, or, where {@code server.forward-headers-strategy} is set, the one that the
     * proxy names. Of an IPv6 address only the network: its owner has 2<sup>64</sup> of them.
     */
    static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        String[] groups = address.split(":", -1);
        return groups.length == IPV6_GROUPS ? groups[0] + ":" + groups[1] + ":" + groups[2] + ":" + groups[3] : address;
    }
}
