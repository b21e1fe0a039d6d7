package io.microecommerce.local.launcher.server;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.installation.ShopHome;
import io.microecommerce.local.launcher.process.LogFile;
import io.microecommerce.local.launcher.process.ProcFs;
import io.microecommerce.local.launcher.topology.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL as a process of its own. What it acknowledged is on the disk; passwords are checked by SCRAM even on loopback,
 * since other users of the machine reach that too.
 */
final class Postgres implements Program {
    static final String SUPERUSER = "postgres";
    static final String SUPERUSER_SECRET = "postgres.password";

    private final Component component;
    private final Installation installation;
    private final Path data;

    Postgres(Component component, Installation installation) {
        this.component = component;
        this.installation = installation;
        this.data = installation.home().data(component.name()).resolve("cluster");
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        refuseRootWithoutNamespaces();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        removeLockOfStranger();
        Files.writeString(data.resolve("shop.conf"), settings());
    }

    @Override
    public List<String> command() throws IOException {
        return asUnprivileged(
                List.of(NativePrograms.postgres().resolve("bin/postgres").toString(), "-D", data.toString()));
    }

    /** After a crash the old server's children need a moment to notice and leave. */
    @Override
    public boolean diedOfSomethingPassing(LogFile log) throws IOException {
        return log.contains("pre-existing shared memory block") || log.contains("postmaster.pid\" already exists");
    }

    /** Initialises beside the final place and moves, so that a crash in between leaves no half of a cluster. */
    private void initialise() throws IOException, InterruptedException {
        Path next = data.resolveSibling("cluster.next");
        ShopHome.deleteTree(next);
        LogFile log = new LogFile(data.resolveSibling("initdb.log"));
        List<String> command = asUnprivileged(List.of(
                NativePrograms.postgres().resolve("bin/initdb").toString(),
                "--pgdata=" + next,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + installation.secrets().file(SUPERUSER_SECRET),
                "--encoding=UTF8",
                "--locale=C.UTF-8"));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.path().toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new PlatformException(
                    "PostgreSQL's initdb failed with exit code " + exit + ":\n  " + String.join("\n  ", log.tail(25)));
        }
        Files.writeString(next.resolve("postgresql.conf"), "\ninclude = 'shop.conf'\n", StandardOpenOption.APPEND);
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private String settings() {
        return String.join(
                "\n",
                "# Written at every start by the launcher.",
                "listen_addresses = '127.0.0.1'",
                "port = " + installation.port(component.name()),
                "# Nobody needs the socket, and its path may be too long for one.",
                "unix_socket_directories = ''",
                "max_connections = 300",
                "shared_buffers = 64MB",
                "# The promise of the platform: what was acknowledged survives kill -9 and a power cut.",
                "fsync = on",
                "full_page_writes = on",
                "synchronous_commit = on",
                "password_encryption = 'scram-sha-256'",
                "log_line_prefix = '%m [%p] %u@%d '",
                "");
    }

    /**
     * Takes a lock file away whose process number now belongs to some other program, as after a reboot: PostgreSQL would
     * take that program for itself and refuse to start. A lock of a dead or a real server stays; PostgreSQL judges it.
     */
    private void removeLockOfStranger() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        List<String> lines = Files.readAllLines(lock);
        String first = lines.isEmpty() ? "" : lines.get(0).strip();
        if (first.matches("[0-9]+")) {
            long pid = Long.parseLong(first);
            boolean stranger = ProcFs.startTicks(pid).isPresent()
                    && !ProcFs.programName(pid).orElse("postgres").equals("postgres");
            if (stranger) {
                Files.delete(lock);
            }
        }
    }

    private static void refuseRootWithoutNamespaces() throws IOException, InterruptedException {
        int exit = new ProcessBuilder(asUnprivileged(List.of("true")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new PlatformException(
                    "PostgreSQL refuses to run as root, and this machine does not allow the user namespace"
                            + " (`unshare -U true` fails) that would make it run nevertheless. Start the platform as an ordinary user.");
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace that maps nobody, root is nobody but keeps its files. */
    private static List<String> asUnprivileged(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "-U"));
        wrapped.addAll(command);
        return wrapped;
    }
}
