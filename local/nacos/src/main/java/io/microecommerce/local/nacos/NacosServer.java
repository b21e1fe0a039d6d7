package io.microecommerce.local.nacos;

import com.alibaba.nacos.NacosServerBasicApplication;
import com.alibaba.nacos.NacosServerWebApplication;
import com.alibaba.nacos.console.NacosConsole;
import com.alibaba.nacos.core.listener.startup.NacosStartUp;
import com.alibaba.nacos.core.listener.startup.NacosStartUpManager;
import com.alibaba.nacos.sys.env.DeploymentType;
import com.alibaba.nacos.sys.env.EnvUtil;
import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.Environment;
import io.microecommerce.local.process.ServerProcess;
import java.nio.file.Path;
import java.util.Base64;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The Nacos server and its console. Takes NACOS_PORT, NACOS_CONSOLE_PORT, NACOS_HOME, NACOS_TOKEN_SECRET_KEY,
 * NACOS_IDENTITY_KEY and NACOS_IDENTITY_VALUE; {@code application.properties} says what else they become. It binds loopback, unless
 * SERVER_ADDRESS names another address; its port for other servers stays on loopback, for it stands alone.
 *
 * <p>It starts without a user. Whoever runs it creates the administrator once, by {@code POST /nacos/v3/auth/user/admin},
 * and should do so at once: until then anybody on this machine can.
 */
public final class NacosServer {

    /** Relative to NACOS_PORT, fixed in Nacos: gRPC for clients and for servers, and Raft. */
    private static final int CLIENT_RPC_OFFSET = 1_000;

    private static final int SERVER_RPC_OFFSET = 1_001;
    private static final int RAFT_OFFSET = -1_000;

    /** The JSON web tokens are signed with HMAC-SHA256, which takes no shorter key. */
    private static final int TOKEN_SECRET_KEY_MIN_BYTES = 32;

    private static final String LOOPBACK = "127.0.0.1";

    private NacosServer() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        new ServerProcess("Nacos").run(NacosServer::start);
    }

    private static String start(Environment environment) {
        int port = environment.port("NACOS_PORT", SERVER_RPC_OFFSET);
        Environment.requireFree("NACOS_PORT", port);
        Environment.requireFree("NACOS_PORT + 1000", port + CLIENT_RPC_OFFSET);
        Environment.requireFree("NACOS_PORT + 1001", port + SERVER_RPC_OFFSET);
        Environment.requireFree("NACOS_PORT - 1000", port + RAFT_OFFSET);
        int consolePort = environment.freePort("NACOS_CONSOLE_PORT");
        requireTokenSecretKey(environment);
        environment.text("NACOS_IDENTITY_KEY");
        environment.text("NACOS_IDENTITY_VALUE");
        String address = environment.textOr("SERVER_ADDRESS", LOOPBACK);
        runIn(environment.folder("NACOS_HOME"), address);
        startPhases();
        return "port " + port + ", console http://" + address + ":" + consolePort + "/nacos-console";
    }

    /** What Nacos reads as system properties, some of them in static initialisers, hence before any of its classes. */
    private static void runIn(Path home, String address) {
        System.setProperty("logging.config", "classpath:logback.xml");
        System.setProperty("nacos.home", home.toString());
        // Nacos' own client, which the server uses, keeps snapshots and logs in the user's home otherwise.
        System.setProperty("user.home", home.toString());
        System.setProperty("derby.stream.error.file", home.resolve("derby.log").toString());
        System.setProperty("nacos.standalone", "true");
        System.setProperty("nacos.deployment.type", "merged");
        System.setProperty("nacos.server.ip", LOOPBACK);
        System.setProperty("nacos.remote.grpc.listen.ip", address);
        System.setProperty("server.address", address);
    }

    /** Three Spring contexts, in the order and with the parents of Nacos' bootstrap. */
    private static void startPhases() {
        EnvUtil.setDeploymentType(DeploymentType.MERGED);
        NacosStartUpManager.start(NacosStartUp.CORE_START_UP_PHASE);
        ConfigurableApplicationContext core = new SpringApplicationBuilder(NacosServerBasicApplication.class)
                .web(WebApplicationType.NONE)
                .run();
        NacosStartUpManager.start(NacosStartUp.WEB_START_UP_PHASE);
        new SpringApplicationBuilder(NacosServerWebApplication.class)
                .parent(core)
                .run();
        NacosStartUpManager.start(NacosStartUp.CONSOLE_START_UP_PHASE);
        new SpringApplicationBuilder(NacosConsole.class).parent(core).run();
    }

    static void requireTokenSecretKey(Environment environment) {
        String wanted = "NACOS_TOKEN_SECRET_KEY must be base64 of at least " + TOKEN_SECRET_KEY_MIN_BYTES + " bytes";
        try {
            byte[] key = Base64.getDecoder().decode(environment.text("NACOS_TOKEN_SECRET_KEY"));
            if (key.length < TOKEN_SECRET_KEY_MIN_BYTES) {
                throw new CannotStartException(wanted);
            }
        } catch (IllegalArgumentException notBase64) {
            throw new CannotStartException(wanted);
        }
    }
}
