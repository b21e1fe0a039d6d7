package io.microecommerce.e2e.shop;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the platform when the last test has run, while the build still waits for it. */
public final class StopShop implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Shop.closeIfOpen();
    }
}
