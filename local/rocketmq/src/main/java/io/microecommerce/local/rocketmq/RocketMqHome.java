package io.microecommerce.local.rocketmq;

import io.microecommerce.local.process.Environment;
import java.nio.file.Path;

/** What both RocketMQ processes need before anything of RocketMQ is touched, since it reads it in static initialisers. */
final class RocketMqHome {

    private static final String LOOPBACK = "127.0.0.1";

    private RocketMqHome() {}

    /** Reads ROCKETMQ_HOME, below which the process keeps everything it writes, and sets RocketMQ's system properties. */
    static Path of(Environment environment) {
        Path home = environment.folder("ROCKETMQ_HOME");
        System.setProperty("user.home", home.toString());
        // Otherwise each start generates an RSA key, which takes seconds, for TLS that nobody speaks on loopback.
        System.setProperty("tls.server.mode", "disabled");
        return home;
    }

    /** What the process binds: loopback, unless SERVER_ADDRESS says otherwise, as in a container. */
    static String address(Environment environment) {
        return environment.textOr("SERVER_ADDRESS", LOOPBACK);
    }
}
