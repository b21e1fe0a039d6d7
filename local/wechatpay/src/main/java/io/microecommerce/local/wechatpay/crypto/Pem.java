package io.microecommerce.local.wechatpay.crypto;

import io.microecommerce.local.process.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** RSA keys in files. */
public final class Pem {

    private Pem() {}

    public static PrivateKey privateKey(Path file) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes(file)));
        } catch (GeneralSecurityException notAKey) {
            throw new CannotStartException(file + " holds no RSA private key", notAKey);
        }
    }

    public static PublicKey publicKey(Path file) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes(file)));
        } catch (GeneralSecurityException notAKey) {
            throw new CannotStartException(file + " holds no RSA public key", notAKey);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Base64.getMimeDecoder()
                    .decode(Files.readString(file).replaceAll("-----(BEGIN|END) (PRIVATE|PUBLIC) KEY-----", ""));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CannotStartException(file + " cannot be read as PEM", unreadable);
        }
    }
}
