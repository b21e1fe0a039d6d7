package io.microecommerce.product.stock.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.NotifyStaffCommand;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.product.stock.LowStock;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.apache.dubbo.rpc.model.FrameworkModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DubboStaffNoticesTest {

    private final FrameworkModel dubbo = new FrameworkModel();

    @AfterEach
    void forgetIt() {
        dubbo.destroy();
    }

    @Test
    void saysThatSvcOrderDoesNotAnswer() {
        DubboStaffNotices notices = new DubboStaffNotices(nobody());

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> notices.fewLeft(new LowStock("lamp", 1, 1, 5), "Lamp"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(refusal.code().retryable()).isTrue();
    }

    @Test
    void staysWithinTheBoundsOfANotificationHoweverLongTheTitleIs() {
        LowStock longest = new LowStock("s".repeat(64), Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

        NotifyStaffCommand command = DubboStaffNotices.command(longest, "t".repeat(200));

        assertThat(command.cause()).isEqualTo("s".repeat(64) + "-" + Long.MAX_VALUE);
        assertThat(command.text()).contains("s".repeat(64), "t".repeat(200));
    }

    private StaffNotificationFacade nobody() {
        ApplicationConfig application = new ApplicationConfig("nobody-listens");
        application.setQosEnable(false);
        ReferenceConfig<StaffNotificationFacade> reference = new ReferenceConfig<>();
        reference.setInterface(StaffNotificationFacade.class);
        reference.setUrl("tri://127.0.0.1:9");
        reference.setCheck(false);
        reference.setRetries(0);
        DubboBootstrap bootstrap = DubboBootstrap.getInstance(dubbo.newApplication());
        bootstrap.application(application).reference(reference).start();
        return bootstrap.getCache().get(reference);
    }
}
