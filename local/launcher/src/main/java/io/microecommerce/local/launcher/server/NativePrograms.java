package io.microecommerce.local.launcher.server;

import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.installation.ShopHome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Native programs that Maven jars carry, unpacked once for each user into a folder named after the jar and so after its
 * version: {@code ~/.cache/micro-ecommerce/NAME-VERSION}, or under {@code XDG_CACHE_HOME}.
 */
final class NativePrograms {

    /** Puts the content of a resource into the folder that becomes the program's. */
    private interface Unpacking {
        void into(InputStream resource, Path folder) throws IOException;
    }

    private NativePrograms() {}

    /** Folder with PostgreSQL's bin, lib and share. */
    static Path postgres() throws IOException {
        return unpacked("/postgres-linux-x86_64.txz", NativePrograms::untar);
    }

    /** The redis-server program. */
    static Path redis() throws IOException {
        return unpacked("/redis-server-6.2.6-v5-linux-amd64", (resource, folder) -> {
                    Path program = folder.resolve("redis-server");
                    Files.copy(resource, program);
                    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
                })
                .resolve("redis-server");
    }

    private static synchronized Path unpacked(String name, Unpacking unpacking) throws IOException {
        URL resource = NativePrograms.class.getResource(name);
        if (resource == null) {
            throw new PlatformException("The class path holds no " + name.substring(1)
                    + ": the launcher's dependencies in local/launcher/pom.xml bring it.");
        }
        Path folder = cache().resolve(jarName(resource));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(folder.getParent());
        Path next = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".");
        try (InputStream content = new BufferedInputStream(resource.openStream())) {
            unpacking.into(content, next);
            Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Somebody else may have unpacked it meanwhile.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        } finally {
            ShopHome.deleteTree(next);
        }
        return folder;
    }

    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path root = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return root.resolve("micro-ecommerce").toAbsolutePath();
    }

    /** From jar:file:/somewhere/NAME-VERSION.jar!/resource. */
    private static String jarName(URL resource) {
        String text = resource.getPath();
        int end = text.lastIndexOf(".jar!");
        if (end < 0) {
            throw new IllegalStateException("expected to find " + text + " in a jar");
        }
        return text.substring(text.lastIndexOf('/', end) + 1, end);
    }

    private static void untar(InputStream resource, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(resource))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive names a path outside of itself: " + entry.getName());
                }
                unpackEntry(tar, entry, folder, target);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
