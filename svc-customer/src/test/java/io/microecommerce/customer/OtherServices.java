package io.microecommerce.customer;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentFacade;
import io.microecommerce.api.payment.PaymentView;
import io.microecommerce.api.payment.WalletView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ProtocolConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.apache.dubbo.rpc.model.FrameworkModel;

/** svc-payment and svc-order at the other end of a real connection, with as much behind it as a deletion asks for. */
public final class OtherServices {

    /** What svc-order does when it is asked to forget somebody. */
    public enum Mood {
        WELL,
        BROKEN,
        /** It does what it is asked for, and its answer comes too late. */
        LATE
    }

    private static final String TRIPLE_REST = "dubbo.protocol.triple.rest.enabled";

    private final int port = freePort();
    private final Map<String, WalletView> wallets = new ConcurrentHashMap<>();
    private final Set<String> withOpenOrders = ConcurrentHashMap.newKeySet();
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
    private volatile Mood ordersMood = Mood.WELL;
    private volatile CountDownLatch late = new CountDownLatch(0);

    private OtherServices() {}

    /** Runs until the JVM ends, in a Dubbo of its own, so that nothing is shared with the service under test. */
    public static OtherServices start() {
        OtherServices services = new OtherServices();
        ApplicationConfig application = new ApplicationConfig("other-services");
        application.setQosEnable(false);
        ProtocolConfig protocol = new ProtocolConfig("tri", services.port);
        protocol.setHost("127.0.0.1");
        protocol.setSerialization("hessian2");
        protocol.setPreferSerialization("hessian2");
        ServiceConfig<PaymentFacade> payments = new ServiceConfig<>();
        payments.setInterface(PaymentFacade.class);
        payments.setRef(services.new Payments());
        ServiceConfig<OrderFacade> orders = new ServiceConfig<>();
        orders.setInterface(OrderFacade.class);
        orders.setRef(services.orders());
        // Dubbo's own REST wants a Spring context around a provider, and there is none around these.
        System.setProperty(TRIPLE_REST, "false");
        try {
            DubboBootstrap.getInstance(new FrameworkModel().newApplication())
                    .application(application)
                    .registry(new RegistryConfig(RegistryConfig.NO_AVAILABLE))
                    .protocol(protocol)
                    .service(payments)
                    .service(orders)
                    .start();
        } finally {
            System.clearProperty(TRIPLE_REST);
        }
        return services;
    }

    public String url() {
        return "tri://127.0.0.1:" + port;
    }

    public void wallet(String customerId, long availableMinor, long frozenMinor) {
        wallets.put(
                customerId, new WalletView(new Money("CNY", availableMinor), new Money("CNY", frozenMinor), List.of()));
    }

    public void openOrders(String customerId, boolean open) {
        if (open) {
            withOpenOrders.add(customerId);
        } else {
            withOpenOrders.remove(customerId);
        }
    }

    public void orders(Mood mood) {
        ordersMood = mood;
        late.countDown();
        late = new CountDownLatch(mood == Mood.LATE ? 1 : 0);
    }

    public boolean forgotten(String customerId) {
        return forgotten.contains(customerId);
    }

    private final class Payments implements PaymentFacade {

        @Override
        public PaymentView pay(PayCommand command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PaymentView payment(String customerId, String paymentId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WalletView balance(String customerId) {
            Money nothing = new Money("CNY", 0);
            return wallets.getOrDefault(customerId, new WalletView(nothing, nothing, List.of()));
        }
    }

    private OrderFacade orders() {
        return (OrderFacade) Proxy.newProxyInstance(
                OrderFacade.class.getClassLoader(), new Class<?>[] {OrderFacade.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("forgetCustomer")) {
                        forget((String) arguments[0]);
                        return null;
                    }
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(this, arguments);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private void forget(String customerId) throws InterruptedException {
        if (ordersMood == Mood.BROKEN) {
            throw new IllegalStateException("The orders' database is gone");
        }
        if (withOpenOrders.contains(customerId)) {
            throw new Refusal(ErrorCode.CUSTOMER_HAS_OPEN_ORDERS, "An order is under way.");
        }
        forgotten.add(customerId);
        late.await();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
