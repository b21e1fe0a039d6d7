package io.microecommerce.product;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.NotifyStaffCommand;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffNotificationPage;
import io.microecommerce.api.order.StaffNotificationView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ProtocolConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.apache.dubbo.rpc.model.FrameworkModel;
import org.jspecify.annotations.Nullable;

/** Listens, over Dubbo, where svc-order would be: it remembers what staff are told, or takes nothing. */
public final class ToldStaff implements StaffNotificationFacade {

    private static final String TRIPLE_REST = "dubbo.protocol.triple.rest.enabled";

    private final List<NotifyStaffCommand> taken = new CopyOnWriteArrayList<>();
    private final int port = freePort();
    private volatile boolean takesNothing;

    private ToldStaff() {}

    /** For as long as this JVM runs. */
    static ToldStaff listen() {
        ToldStaff told = new ToldStaff();
        ServiceConfig<StaffNotificationFacade> service = new ServiceConfig<>();
        service.setInterface(StaffNotificationFacade.class);
        service.setRef(told);
        service.setParameters(Map.of("prefer.serialization", "hessian2", "serialization", "hessian2"));
        ApplicationConfig application = new ApplicationConfig("told-staff");
        application.setQosEnable(false);
        // Dubbo's own REST wants a Spring context around a provider, and there is none around this one.
        System.setProperty(TRIPLE_REST, "false");
        try {
            // Apart from the service's own Dubbo, so that a call goes over the wire.
            DubboBootstrap.getInstance(new FrameworkModel().newApplication())
                    .application(application)
                    .registry(new RegistryConfig(RegistryConfig.NO_AVAILABLE))
                    .protocol(new ProtocolConfig("tri", told.port))
                    .service(service)
                    .start();
        } finally {
            System.clearProperty(TRIPLE_REST);
        }
        return told;
    }

    String url() {
        return "tri://127.0.0.1:" + port + "?serialization=hessian2&prefer.serialization=hessian2";
    }

    /** About this SKU, in the order of their arrival. */
    public List<NotifyStaffCommand> about(String skuId) {
        return taken.stream()
                .filter(command -> command.subjectId().equals(skuId))
                .toList();
    }

    /** Runs it while every notification is answered with SERVICE_UNAVAILABLE. */
    public void whileNothingIsTaken(Runnable call) {
        takesNothing = true;
        try {
            call.run();
        } finally {
            takesNothing = false;
        }
    }

    @Override
    public void notifyStaff(NotifyStaffCommand command) {
        if (takesNothing) {
            throw new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "A database does not answer.");
        }
        taken.add(command);
    }

    @Override
    public StaffNotificationPage notifications(boolean unreadOnly, @Nullable String cursor, int size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StaffNotificationView> since(Instant moment, int size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StaffNotificationView markRead(String notificationId, String staffId) {
        throw new UnsupportedOperationException();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
