package io.microecommerce.service.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Serializable;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ProtocolConfig;
import org.apache.dubbo.config.ProviderConfig;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.apache.dubbo.rpc.RpcException;
import org.apache.dubbo.rpc.model.FrameworkModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider and its callers without any registry, as in a mesh. */
class MeshReferencesTest {

    private static final String TOKEN = "token-of-this-test";
    private static final String TRIPLE_REST = "dubbo.protocol.triple.rest.enabled";

    /** Destroyed at the end only: Dubbo closes every server of the JVM with any of them. */
    private static final List<FrameworkModel> CALLERS = new ArrayList<>();

    private static FrameworkModel providers;
    private static String address;

    /** A facade whose arguments and answers nest. */
    public interface Shelf {

        List<Item> sorted(List<Item> items);
    }

    /** Serializable by Dubbo's rules. */
    public record Item(String name, Item next) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    static void startAProvider() throws IOException {
        // Dubbo's own REST wants a Spring context around a provider, and there is none around this one.
        System.setProperty(TRIPLE_REST, "false");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        address = "127.0.0.1:" + port;
        providers = new FrameworkModel();
        DubboBootstrap bootstrap = DubboBootstrap.getInstance(providers.newApplication());
        ServiceConfig<Shelf> service = new ServiceConfig<>();
        service.setInterface(Shelf.class);
        service.setRef(
                items -> items.stream().sorted(Comparator.comparing(Item::name)).toList());
        ProtocolConfig triple = new ProtocolConfig("tri", port);
        triple.setSerialization("hessian2");
        ProviderConfig provider = new ProviderConfig();
        provider.setToken(TOKEN);
        bootstrap
                .application(application("provider"))
                .registry(new RegistryConfig(RegistryConfig.NO_AVAILABLE))
                .protocol(triple)
                .provider(provider)
                .service(service)
                .start();
    }

    @AfterAll
    static void stop() {
        System.clearProperty(TRIPLE_REST);
        CALLERS.forEach(FrameworkModel::destroy);
        providers.destroy();
    }

    @ParameterizedTest
    @CsvSource({
        "io.microecommerce.api.cart.CartFacade, , svc-cart",
        "io.microecommerce.api.product.StockFacade, , svc-product",
        "io.microecommerce.api.timeline.TimelineFacade, svc-order, svc-order",
    })
    void knowWhichServiceOffersAFacade(String facade, String group, String service) {
        assertThat(MeshReferences.service(facade, group)).isEqualTo(service);
    }

    @Test
    void reachTheServiceByItsNameWithTheToken() {
        Shelf shelf = reference(TOKEN);
        Item shared = new Item("z", null);

        assertThat(shelf.sorted(List.of(new Item("b", shared), new Item("a", shared))))
                .containsExactly(new Item("a", shared), new Item("b", shared));
    }

    @Test
    void areRefusedWithAnotherToken() {
        Shelf shelf = reference("guessed");

        assertThatThrownBy(() -> shelf.sorted(List.of()))
                .isInstanceOf(RpcException.class)
                .hasMessageContaining("token");
    }

    private static Shelf reference(String token) {
        FrameworkModel callers = new FrameworkModel();
        CALLERS.add(callers);
        DubboBootstrap bootstrap = DubboBootstrap.getInstance(callers.newApplication());
        bootstrap
                .getApplicationModel()
                .modelEnvironment()
                .updateAppConfigMap(Map.of(MeshReferences.ADDRESS, address, "dubbo.provider.token", token));
        ReferenceConfig<Shelf> reference = new ReferenceConfig<>();
        reference.setInterface(Shelf.class);
        reference.setCheck(false);
        reference.setTimeout(10_000);
        reference.setRetries(0);
        bootstrap
                .application(application("caller"))
                .registry(new RegistryConfig(RegistryConfig.NO_AVAILABLE))
                .reference(reference)
                .start();
        return reference.get();
    }

    private static ApplicationConfig application(String name) {
        ApplicationConfig application = new ApplicationConfig(name);
        application.setQosEnable(false);
        return application;
    }
}
