package io.microecommerce.local.wechatpay.books;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The changes in one file, a line each, on disk before anybody hears of them. A line that a kill tore is as if never written. */
final class Journal implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final JsonMapper json = new JsonMapper();
    private final Path file;
    private final FileChannel channel;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** What was in the file; only the last line may be torn. */
    static List<Change> read(Path file) throws IOException {
        List<Change> changes = new ArrayList<>();
        if (!Files.exists(file)) {
            return changes;
        }
        JsonMapper json = new JsonMapper();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            while (line != null) {
                String next = reader.readLine();
                try {
                    changes.add(json.readValue(line, Change.class));
                } catch (JacksonException torn) {
                    if (next != null) {
                        throw new IOException(file + " is damaged at line " + (changes.size() + 1), torn);
                    }
                    log.warn("The last line of {} was torn by a kill; nobody was told of it", file);
                }
                line = next;
            }
        }
        return changes;
    }

    /** Starts a new file that says the same as all the changes before, in one line, and takes the old one's place. */
    static Journal startWith(Path file, Change everything) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        Journal journal = new Journal(file, channel);
        journal.append(everything);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return journal;
    }

    void append(Change change) {
        ByteBuffer line = StandardCharsets.UTF_8.encode(json.writeValueAsString(change) + "\n");
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException failed) {
            // Half a line may stand there, and what follows it could not be read: it is better to stop.
            log.error("{} cannot be written, so this process stops", file, failed);
            Runtime.getRuntime().halt(1);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
