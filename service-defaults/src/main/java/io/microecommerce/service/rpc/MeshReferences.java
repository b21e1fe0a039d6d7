package io.microecommerce.service.rpc;

import org.apache.dubbo.common.config.Configuration;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.common.utils.StringUtils;
import org.apache.dubbo.config.ConfigPostProcessor;
import org.apache.dubbo.config.ReferenceConfig;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls to the name of a service where {@code dubbo.mesh.address} says how such names look, instead of to the addresses that
 * a registry tells. In a service mesh only a name is something that a proxy can balance, secure and watch.
 *
 * <p>The name follows from what is called: the group, which is a service's name wherever several services offer one facade, else the
 * last part of the facade's package ({@code api.cart.CartFacade} is offered by {@code svc-cart}). Dubbo's own mesh mode would need
 * the name on every reference, and leaves out the token, which callers otherwise learn from the registry.
 */
@Activate
public final class MeshReferences implements ConfigPostProcessor {

    static final String ADDRESS = "dubbo.mesh.address";

    private static final String PLACE_OF_NAME = "{service}";

    @Override
    @SuppressWarnings("rawtypes") // as Dubbo declares it
    public void postProcessReferConfig(ReferenceConfig reference) {
        Configuration configuration =
                reference.getScopeModel().modelEnvironment().getConfiguration();
        String pattern = configuration.getString(ADDRESS, "");
        if (StringUtils.isBlank(pattern) || StringUtils.isNotBlank(reference.getUrl())) {
            return;
        }
        String address = pattern.replace(PLACE_OF_NAME, service(reference.getInterface(), reference.getGroup()));
        // What a registry would tell of a provider: how it reads arguments, and what proves a caller.
        reference.setUrl("tri://" + address + "?serialization=hessian2&prefer.serialization=hessian2&token="
                + configuration.getString("dubbo.provider.token", ""));
    }

    /** The service that offers this facade. */
    static String service(String facade, @Nullable String group) {
        if (group != null && !group.isBlank()) {
            return group;
        }
        String ofPackage = facade.substring(0, facade.lastIndexOf('.'));
        return "svc-" + ofPackage.substring(ofPackage.lastIndexOf('.') + 1);
    }
}
