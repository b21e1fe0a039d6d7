package io.microecommerce.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Signing keys made for a test run. */
public final class TestKey {

    /** What the gateways under test have their keys from: the folder of {@link #FILE}. */
    public static final Path FOLDER = folder();

    /** The one that the gateways under test sign with. */
    public static final Path FILE =
            write(FOLDER.resolve("1.pem"), pair("secp256r1").getPrivate());

    private TestKey() {}

    public static KeyPair pair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty folder. */
    public static Path folder() {
        try {
            Path folder = Files.createTempDirectory("jwt-keys");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path write(PrivateKey key) {
        return write(folder().resolve("key.pem"), key);
    }

    public static Path write(Path file, PrivateKey key) {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
            Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
