package io.microecommerce.e2e.chaos.nemesis;

/** What WeChat Pay does wrong. */
enum ProviderFault {
    LATE("{\"callbacks\":{\"delay_millis\":3000}}"),
    REPEATED("{\"callbacks\":{\"repeat\":3}}"),
    OUT_OF_ORDER("{\"callbacks\":{\"reorder\":3}}"),
    LOST("{\"callbacks\":{\"drop\":20}}"),
    /** The call has its effect, and its answer does not come. */
    SILENT("{\"calls\":[{\"path\":\"/v3/\",\"times\":20,\"status\":0,\"after\":true}]}"),
    FAILING("{\"calls\":[{\"path\":\"/v3/\",\"times\":20,\"status\":500,\"code\":\"SYSTEM_ERROR\"}]}");

    private final String plan;

    ProviderFault(String plan) {
        this.plan = plan;
    }

    /** As the simulator is told. */
    String plan() {
        return plan;
    }
}
