package io.microecommerce.local.launcher.server;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.topology.NacosSeed;
import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.nacos.NacosAccounts;
import io.microecommerce.local.process.nacos.NacosAccounts.Account;
import io.microecommerce.local.process.nacos.NacosAccounts.RefusedException;
import java.io.IOException;

/** Prepares the Nacos of an installation with its secrets, see {@link NacosAccounts}. */
public final class NacosBootstrap {

    private final Installation installation;
    private final NacosSeed seed;

    public NacosBootstrap(Installation installation, NacosSeed seed) {
        this.installation = installation;
        this.seed = seed;
    }

    /** Creates what is absent, and returns once the services' account works. */
    public void run() throws IOException, InterruptedException {
        String server = "http://127.0.0.1:" + installation.port(seed.component());
        try {
            new NacosAccounts(server)
                    .prepare(
                            installation.secrets().value(seed.adminSecret()),
                            new Account(seed.user(), installation.secrets().value(seed.userSecret())),
                            seed.configuration());
        } catch (RefusedException refused) {
            throw new PlatformException(refused.getMessage() + " (see " + seed.adminSecret() + " and "
                    + seed.userSecret()
                    + " in " + installation.secrets().file(seed.adminSecret()).getParent() + "). The data in "
                    + installation.home().data(seed.component())
                    + " was made with another one: bring that secret back, or ./shop reset.");
        } catch (CannotStartException told) {
            throw new PlatformException("Nacos cannot be prepared: " + told.getMessage(), told);
        }
    }
}
