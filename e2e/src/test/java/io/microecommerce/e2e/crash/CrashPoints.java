package io.microecommerce.e2e.crash;

import io.microecommerce.payment.pay.PayStep;
import io.microecommerce.payment.pay.PayStepListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Stands on svc-payment's class path in these tests only. A file {@code STEP.halt} in the folder CRASH_POINTS kills the process,
 * as {@code kill -9} would, when it reaches that step; a file {@code STEP.pause} holds it there until the file is removed.
 */
@AutoConfiguration
public class CrashPoints {

    @Bean
    PayStepListener crashPointListener() {
        Path folder = Path.of(System.getenv("CRASH_POINTS"));
        return step -> reached(folder, step);
    }

    private static void reached(Path folder, PayStep step) {
        try {
            if (Files.deleteIfExists(folder.resolve(step + ".halt"))) {
                Runtime.getRuntime().halt(137);
            }
            Path pause = folder.resolve(step + ".pause");
            if (Files.exists(pause)) {
                Files.writeString(folder.resolve(step + ".reached"), "");
                while (Files.exists(pause)) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
