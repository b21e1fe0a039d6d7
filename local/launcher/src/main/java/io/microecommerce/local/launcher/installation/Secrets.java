package io.microecommerce.local.launcher.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * Generated secrets: one file each, mode 0600, made when first asked for and kept. A secret is 24 random bytes in
 * hexadecimal: that is safe in URLs, properties and shells, and read as base64 it is still the 32 bytes and more that a
 * signing key must have.
 */
public final class Secrets {
    private static final int SECRET_BYTES = 24;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /** Keeps secrets in the folder, which must exist with mode 0700. */
    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secret's value. */
    public String value(String name) {
        try {
            return Files.readString(file(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the secret " + name, e);
        }
    }

    /** The file that holds the secret. */
    public synchronized Path file(String name) {
        if (!name.matches("[a-z][a-z0-9_.-]*")) {
            throw new IllegalArgumentException("'" + name + "' is no name of a secret");
        }
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            generate(name, file);
        }
        return file;
    }

    /** Writes a file that only its owner may read, replacing what was there. */
    public static void writeOwnerOnly(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, OWNER_ONLY);
        Files.writeString(file, content);
    }

    private void generate(String name, Path file) {
        try {
            byte[] bytes = new byte[SECRET_BYTES];
            random.nextBytes(bytes);
            create(file, HexFormat.of().formatHex(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the secret " + name, e);
        }
    }

    /** Moves the finished file into its place, so that a crash leaves no empty secret behind. */
    static void create(Path file, String content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        writeOwnerOnly(next, content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
