package io.microecommerce.local.zipkin;

import io.microecommerce.local.process.Environment;
import io.microecommerce.local.process.ServerProcess;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Zipkin, on loopback, its traces in memory. Takes ZIPKIN_PORT. It is the newest 50,000 spans, some thousand payments; a restart
 * forgets them.
 */
public final class ZipkinServer {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";
    private static final int MOST_SPANS = 50_000;

    private ZipkinServer() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        new ServerProcess("Zipkin").run(ZipkinServer::start);
    }

    private static String start(Environment environment) throws Exception {
        int port = environment.freePort("ZIPKIN_PORT");
        List<String> arguments = List.of(
                "--armeria.ports[0].ip=127.0.0.1",
                "--armeria.ports[0].port=" + port,
                "--armeria.ports[0].protocols[0]=http",
                "--zipkin.storage.type=mem",
                "--zipkin.storage.mem.max-spans=" + MOST_SPANS);
        // Returns once it serves.
        apart(jar()).loadClass(LAUNCHER).getMethod("main", String[].class).invoke(null, (Object)
                arguments.toArray(String[]::new));
        return "port " + port;
    }

    /** It is a Spring Boot archive with a logging of its own, which must not meet ours. */
    @SuppressWarnings("resource") // For as long as the process lives.
    private static ClassLoader apart(URL jar) {
        return new URLClassLoader("zipkin", new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    }

    private static URL jar() throws MalformedURLException {
        Path jar = Stream.of(System.getProperty("java.class.path").split(":"))
                .map(Path::of)
                .filter(entry -> entry.getFileName().toString().startsWith("zipkin-server-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no zipkin-server on the class path"));
        return jar.toUri().toURL();
    }
}
