package io.microecommerce.local.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one component: what its process writes to its standard output and error. */
public record LogFile(Path path) {
    private static final int TAIL_BYTES = 32 * 1024;

    /** Begins a new log and keeps the one before as {@code NAME.log.1}. */
    public void rotate() throws IOException {
        if (Files.exists(path)) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(path);
    }

    /** The last lines, at most {@code lines} and 32 KiB; none when there is no log. */
    public List<String> tail(int lines) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL_BYTES);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Whether the log contains the text. */
    public boolean contains(String text) throws IOException {
        // A log of this start only, read while the component starts: small.
        return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).contains(text);
    }
}
