package io.microecommerce.cart.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS in front of a server that speaks none, with a certificate that it signed itself. */
final class TlsFront implements AutoCloseable {

    private static final String PASSWORD = "of-a-test";

    private final ServerSocket listening;
    private final Path certificate;
    private final int behind;

    private TlsFront(ServerSocket listening, Path certificate, int behind) {
        this.listening = listening;
        this.certificate = certificate;
        this.behind = behind;
    }

    /**
     * @param name the only one that the certificate is good for
     * @param behind port of the server
     */
    static TlsFront of(String name, int behind, Path folder) throws Exception {
        Path store = folder.resolve("key.p12");
        Path certificate = folder.resolve("ca.crt");
        keytool(
                List.of(
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name),
                store);
        keytool(List.of("-exportcert", "-rfc", "-alias", "server", "-file", certificate.toString()), store);
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        TlsFront front = new TlsFront(
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress()),
                certificate,
                behind);
        daemon(front::accept);
        return front;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** In PEM. */
    Path certificate() {
        return certificate;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
            daemon(() -> copy(client, server));
            daemon(() -> copy(server, client));
        }
    }

    /** Ends both when one of them ends, or never was what it should be. */
    private static void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        }
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException ended) {
                // A handshake that fails, or the end of the test.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void keytool(List<String> arguments, Path store) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(store.resolveSibling("keytool.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(store.resolveSibling("keytool.log")));
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
