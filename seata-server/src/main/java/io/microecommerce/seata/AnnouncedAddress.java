package io.microecommerce.seata;

import io.seata.common.XID;
import io.seata.common.loader.LoadLevel;
import io.seata.core.protocol.RpcMessage;
import io.seata.core.rpc.hook.RpcHook;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Makes a TC that is meant for this machine only announce a loopback address. Seata refuses {@code -h 127.0.0.1} and
 * skips loopback when it looks for an address itself, so clients would be sent to an outer interface, which may change
 * while they run.
 *
 * <p>It is an RPC hook for its moment alone: Seata constructs these after it has chosen its address and before it opens
 * its port and registers. The calls themselves pass through untouched.
 */
@LoadLevel(name = "announcedAddress")
public class AnnouncedAddress implements RpcHook {

    /** Called by Seata's service loader. */
    public AnnouncedAddress() {
        String address = TcSettings.serverAddress(System.getenv());
        if (isLoopback(address)) {
            XID.setIpAddress(address);
        }
    }

    static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    @Override
    public void doBeforeRequest(String remoteAddress, RpcMessage request) {}

    @Override
    public void doAfterResponse(String remoteAddress, RpcMessage request, Object response) {}
}
