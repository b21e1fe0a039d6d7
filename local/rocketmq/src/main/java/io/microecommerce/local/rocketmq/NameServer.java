package io.microecommerce.local.rocketmq;

import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.Environment;
import io.microecommerce.local.process.ServerProcess;
import java.nio.file.Path;
import org.apache.rocketmq.common.MQVersion;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.namesrv.NamesrvController;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;

/**
 * The name server: tells clients which broker has a topic. It keeps nothing; the broker registers again. Takes
 * ROCKETMQ_HOME and ROCKETMQ_NAMESRV_PORT, and SERVER_ADDRESS where it shall bind another address.
 */
public final class NameServer {

    private NameServer() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        new ServerProcess("RocketMQ name server").run(NameServer::start);
    }

    private static String start(Environment environment) throws Exception {
        int port = environment.freePort("ROCKETMQ_NAMESRV_PORT");
        Path home = RocketMqHome.of(environment);
        System.setProperty(RemotingCommand.REMOTING_VERSION_KEY, Integer.toString(MQVersion.CURRENT_VERSION));

        NamesrvConfig names = new NamesrvConfig();
        names.setRocketmqHome(home.toString());
        names.setKvConfigPath(home.resolve("namesrv/kvConfig.json").toString());
        names.setConfigStorePath(home.resolve("namesrv/namesrv.properties").toString());
        NettyServerConfig network = new NettyServerConfig();
        network.setBindAddress(RocketMqHome.address(environment));
        network.setListenPort(port);

        NamesrvController controller = new NamesrvController(names, network);
        if (!controller.initialize()) {
            throw new CannotStartException("it refused its configuration, see the logs under " + home);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(controller::shutdown, "stop"));
        controller.start();
        return "port " + port;
    }
}
