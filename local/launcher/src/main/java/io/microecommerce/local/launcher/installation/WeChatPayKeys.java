package io.microecommerce.local.launcher.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/**
 * The RSA keys of the local WeChat Pay and of the shop as its merchant: a folder with {@code merchant.key.pem}, {@code
 * merchant.pub.pem}, {@code platform.key.pem} and {@code platform.pub.pem}, made at the first use.
 */
public final class WeChatPayKeys {
    private static final int BITS = 2048;

    private final Path folder;

    /** Keeps the keys in that folder; it is made at the first use. */
    public WeChatPayKeys(Path folder) {
        this.folder = folder;
    }

    /** The folder, with all keys. */
    public synchronized Path folder() {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            generate("merchant");
            generate("platform");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write keys of WeChat Pay to " + folder, e);
        }
    }

    /** The private key is written last: where it is, its public key is, too. */
    private void generate(String owner) throws IOException {
        Path privateKey = folder.resolve(owner + ".key.pem");
        if (Files.exists(privateKey)) {
            return;
        }
        KeyPair pair = pair();
        Secrets.create(folder.resolve(owner + ".pub.pem"), pem("PUBLIC KEY", pair.getPublic()));
        Secrets.create(privateKey, pem("PRIVATE KEY", pair.getPrivate()));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA keys", e);
        }
    }

    private static String pem(String kind, Key key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
