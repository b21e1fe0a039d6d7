package io.microecommerce.local.launcher.server;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.installation.Secrets;
import io.microecommerce.local.launcher.topology.Component;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Redis as a process of its own, with an append-only file that is flushed every second. */
final class Redis implements Program {
    static final String SECRET = "redis.password";
    private static final int TIMEOUT_MILLIS = 2_000;

    private final Component component;
    private final Installation installation;

    Redis(Component component, Installation installation) {
        this.component = component;
        this.installation = installation;
    }

    @Override
    public void prepare() throws IOException {
        Path data = installation.home().data(component.name());
        Secrets.writeOwnerOnly(
                configuration(),
                String.join(
                        "\n",
                        "# Written at every start by the launcher.",
                        "bind 127.0.0.1",
                        "port " + installation.port(component.name()),
                        "requirepass " + installation.secrets().value(SECRET),
                        "dir \"" + data + "\"",
                        "appendonly yes",
                        "appendfsync everysec",
                        "# The append-only file is the one thing that is kept; no snapshots beside it.",
                        "save \"\"",
                        "maxmemory 128mb",
                        "maxmemory-policy noeviction",
                        ""));
    }

    @Override
    public List<String> command() throws IOException {
        return List.of(NativePrograms.redis().toString(), configuration().toString());
    }

    private Path configuration() {
        return installation.home().data(component.name()).resolve("redis.conf");
    }

    /** Whether it answers an authenticated PING; while it still loads its data, it does not. */
    static boolean answers(int port, String password) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return "+OK".equals(answers.readLine()) && "+PONG".equals(answers.readLine());
        } catch (IOException e) {
            return false;
        }
    }
}
