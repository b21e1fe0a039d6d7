package io.microecommerce.local.launcher.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys that sign login tokens: a folder of EC P-256 private keys as PKCS#8 PEM, named by the time they were made. The last
 * by name signs; the others still verify what they signed.
 */
public final class SigningKeys {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z.pem'").withZone(ZoneOffset.UTC);
    /** How long after its successor a key is kept: longer than any token lives. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Path folder;

    /** Keeps the keys in that folder; it is made at the first use. */
    public SigningKeys(Path folder) {
        this.folder = folder;
    }

    /**
     * What a rotation did.
     *
     * @param added name of the new key
     * @param removed names of those that no token can be signed with any more
     */
    public record Rotation(String added, List<String> removed) {

        public Rotation {
            removed = List.copyOf(removed);
        }
    }

    /** The folder, with one key at least. */
    public synchronized Path folder() {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            if (names().isEmpty()) {
                add(Instant.now());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write signing keys to " + folder, e);
        }
    }

    /** Adds a key, and removes those whose successor is older than any token. */
    public synchronized Rotation rotate(Instant now) throws IOException {
        folder();
        List<String> before = names();
        String added = add(now);
        List<String> removed = new ArrayList<>();
        for (int i = 0; i + 1 < before.size(); i++) {
            if (madeAt(before.get(i + 1)).isBefore(now.minus(KEPT))) {
                Files.delete(folder.resolve(before.get(i)));
                removed.add(before.get(i));
            }
        }
        return new Rotation(added, removed);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pem"))
                    .sorted()
                    .toList();
        }
    }

    private String add(Instant now) throws IOException {
        String name = NAME.format(now);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            Secrets.create(
                    folder.resolve(name), "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
            return name;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has EC keys on P-256", e);
        }
    }

    private static Instant madeAt(String name) {
        return NAME.parse(name, Instant::from);
    }
}
