package io.microecommerce.local.nacos;

import com.alipay.sofa.jraft.rpc.RpcServer;
import com.alipay.sofa.jraft.rpc.impl.GrpcRaftRpcFactory;
import com.alipay.sofa.jraft.rpc.impl.GrpcServer;
import com.alipay.sofa.jraft.util.Endpoint;
import com.alipay.sofa.jraft.util.SPI;
import com.google.protobuf.Message;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.util.MutableHandlerRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** JRaft's own factory, except that its server binds loopback: JRaft takes the port from its configuration, never the address. */
@SPI(priority = 100)
public class LoopbackRaftRpcFactory extends GrpcRaftRpcFactory {

    /** As in the super class, where it is not visible. */
    private static final int MAX_INBOUND_MESSAGE_BYTES = 4 * 1024 * 1024;

    /** What the super class keeps for its own server, out of our reach. */
    private final Map<String, Message> requestTypes = new ConcurrentHashMap<>();

    /** Called by JRaft's service loader. */
    public LoopbackRaftRpcFactory() {}

    @Override
    public void registerProtobufSerializer(String className, Object... defaultInstance) {
        super.registerProtobufSerializer(className, defaultInstance);
        requestTypes.put(className, (Message) defaultInstance[0]);
    }

    @Override
    public RpcServer createRpcServer(Endpoint endpoint, @Nullable ConfigHelper<RpcServer> helper) {
        MutableHandlerRegistry handlers = new MutableHandlerRegistry();
        Server server = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.getPort()))
                .fallbackHandlerRegistry(handlers)
                .directExecutor()
                .maxInboundMessageSize(MAX_INBOUND_MESSAGE_BYTES)
                .build();
        RpcServer rpcServer = new GrpcServer(server, handlers, requestTypes, getMarshallerRegistry());
        if (helper != null) {
            helper.config(rpcServer);
        }
        return rpcServer;
    }
}
