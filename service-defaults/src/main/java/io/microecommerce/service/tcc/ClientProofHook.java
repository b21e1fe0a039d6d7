package io.microecommerce.service.tcc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.seata.common.Constants;
import org.apache.seata.common.holder.ObjectHolder;
import org.apache.seata.common.loader.LoadLevel;
import org.apache.seata.core.protocol.AbstractIdentifyRequest;
import org.apache.seata.core.protocol.RegisterRMRequest;
import org.apache.seata.core.protocol.RegisterTMRequest;
import org.apache.seata.core.protocol.RpcMessage;
import org.apache.seata.core.rpc.hook.RpcHook;
import org.springframework.core.env.PropertyResolver;

/**
 * Puts into every registration at the TC the proof that we know the shared token, without which the TC closes the
 * connection. Seata itself has a place for a proof in a TM's registration only, so this goes over both just before they are
 * sent, at every reconnect anew. The token itself never travels, because Seata logs registrations on both sides.
 *
 * <p>The proof is {@code shop1;<unix seconds>;<hex MAC>}, the MAC being HMAC-SHA256 under the token over {@code shop1}, the
 * role, the application id, the transaction service group and the same unix seconds, joined by {@code \n}.
 */
@LoadLevel(name = "clientProof")
public class ClientProofHook implements RpcHook {

    /** The property that holds the token. */
    static final String TOKEN_PROPERTY = "shop.seata.client-token";

    private static final String SCHEME = "shop1";
    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;

    /** Called by Seata's service loader. */
    public ClientProofHook() {
        this(Clock.systemUTC());
    }

    ClientProofHook(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void doBeforeRequest(String remoteAddress, RpcMessage message) {
        if (message.getBody() instanceof RegisterTMRequest tm) {
            tm.setExtraData(proof("TM", tm, token()));
        } else if (message.getBody() instanceof RegisterRMRequest rm) {
            rm.setExtraData(proof("RM", rm, token()));
        }
    }

    @Override
    public void doAfterResponse(String remoteAddress, RpcMessage message, Object response) {
        // Nothing to see in answers.
    }

    String proof(String role, AbstractIdentifyRequest client, String token) {
        String unixSeconds = Long.toString(clock.instant().getEpochSecond());
        String signed = String.join(
                "\n",
                List.of(SCHEME, role, client.getApplicationId(), client.getTransactionServiceGroup(), unixSeconds));
        return SCHEME + ";" + unixSeconds + ";" + mac(token, signed);
    }

    private static String mac(String token, String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Seata makes this object itself, and leaves Spring's environment where it can be found. */
    private static String token() {
        PropertyResolver environment = (PropertyResolver)
                ObjectHolder.INSTANCE.getObject(Constants.OBJECT_KEY_SPRING_CONFIGURABLE_ENVIRONMENT);
        return environment.getRequiredProperty(TOKEN_PROPERTY);
    }
}
