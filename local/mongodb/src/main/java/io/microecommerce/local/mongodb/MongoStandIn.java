package io.microecommerce.local.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.Environment;
import io.microecommerce.local.process.ServerProcess;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.LoggerFactory;

/**
 * The MongoDB stand-in, on loopback, its data in one file. Takes MONGODB_PORT and MONGODB_FILE.
 *
 * <p>What it acknowledged is on disk {@value #COMMIT_PERIOD_MILLIS} ms later, and at once when it is stopped with SIGTERM.
 * A kill loses what came after the last commit and nothing else: the file then opens at that commit.
 */
public final class MongoStandIn {

    private static final long COMMIT_PERIOD_MILLIS = 1_000;

    private MongoStandIn() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        new ServerProcess("MongoDB stand-in").run(MongoStandIn::start);
    }

    private static String start(Environment environment) {
        int port = environment.freePort("MONGODB_PORT");
        Path file = environment.file("MONGODB_FILE");
        MVStore store = open(file);
        MongoServer server = new MongoServer(new H2Backend(store).version(ServerVersion.MONGO_5_0));
        ScheduledExecutorService commits =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "commit"));
        ScheduledFuture<?> committing = commits.scheduleWithFixedDelay(
                () -> commitOrHalt(store, file), COMMIT_PERIOD_MILLIS, COMMIT_PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, committing, store), "stop"));
        server.bind(InetAddress.getLoopbackAddress().getHostAddress(), port);
        return "port " + port + ", data in " + file;
    }

    private static MVStore open(Path file) {
        try {
            // Its own background writer is off, so that there is one rule for when data is safe.
            return new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .open();
        } catch (MVStoreException unusable) {
            throw new CannotStartException(
                    file + " cannot be opened, it is damaged or in use; without that file it starts empty: "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    /** A store that can no longer be written would go on answering from memory and lose it all: it is better to stop. */
    private static void commitOrHalt(MVStore store, Path file) {
        try {
            if (store.hasUnsavedChanges()) {
                store.sync();
            }
        } catch (MVStoreException failed) {
            LoggerFactory.getLogger(MongoStandIn.class)
                    .error("MongoDB stand-in stops: it cannot write {}", file, failed);
            Runtime.getRuntime().halt(1);
        }
    }

    private static void stop(MongoServer server, ScheduledFuture<?> committing, MVStore store) {
        committing.cancel(false);
        server.shutdownNow();
        // Writes what the last commit missed; does nothing if the server has closed it already.
        store.close();
    }
}
