package io.microecommerce.seata;

import io.seata.common.loader.LoadLevel;
import io.seata.core.protocol.RegisterRMRequest;
import io.seata.core.protocol.RegisterTMRequest;
import io.seata.core.rpc.RegisterCheckAuthHandler;
import java.time.Clock;

/**
 * Refuses every TM and RM that does not prove to know SEATA_TOKEN. The TC's port binds all interfaces and has no switch for
 * that, so this check is what keeps strangers out: Seata closes a channel that asks for anything before it is registered.
 *
 * <p>Seata takes the handler with the highest order; its own, which lets everybody in, has 100. This one does not extend
 * Seata's {@code AbstractCheckAuthHandler}, whose switch could turn the check off.
 */
@LoadLevel(name = "clientTokenCheck", order = 1000)
public class ClientTokenCheck implements RegisterCheckAuthHandler {

    private final ClientProof proof;

    /** Called by Seata's service loader. */
    public ClientTokenCheck() {
        this(new ClientProof(TcSettings.clientToken(System.getenv()), Clock.systemUTC()));
    }

    ClientTokenCheck(ClientProof proof) {
        this.proof = proof;
    }

    @Override
    public boolean regTransactionManagerCheckAuth(RegisterTMRequest request) {
        return proof.accepts(
                ClientProof.Role.TM,
                request.getApplicationId(),
                request.getTransactionServiceGroup(),
                request.getExtraData());
    }

    @Override
    public boolean regResourceManagerCheckAuth(RegisterRMRequest request) {
        return proof.accepts(
                ClientProof.Role.RM,
                request.getApplicationId(),
                request.getTransactionServiceGroup(),
                request.getExtraData());
    }
}
