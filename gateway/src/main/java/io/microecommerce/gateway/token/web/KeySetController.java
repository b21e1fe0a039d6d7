package io.microecommerce.gateway.token.web;

import com.nimbusds.jose.jwk.ECKey;
import io.microecommerce.gateway.token.KeyFolder;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys that verify login tokens, as RFC 7517 has them, for whoever wants to check one. */
@RestController
class KeySetController {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final KeyFolder keys;

    KeySetController(KeyFolder keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<KeySetResponse> listKeys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT))
                .body(new KeySetResponse(
                        keys.all().stream().map(KeyResponse::of).toList()));
    }

    record KeySetResponse(List<KeyResponse> keys) {}

    /** The public half of a key. It is written out, member by member, so that the private half cannot slip in. */
    record KeyResponse(String kty, String use, String alg, String crv, String kid, String x, String y) {

        static KeyResponse of(ECKey key) {
            return new KeyResponse(
                    "EC",
                    "sig",
                    "ES256",
                    key.getCurve().getName(),
                    key.getKeyID(),
                    key.getX().toString(),
                    key.getY().toString());
        }
    }
}
