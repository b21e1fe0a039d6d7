package io.microecommerce.cart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import redis.embedded.RedisServer;

/** A real Redis on a port of its own, which a test may stop, freeze and start again. */
public final class LocalRedis implements AutoCloseable {

    private static final String PID = "process_id:";

    private final int port;
    private RedisServer server;
    private long pid;

    public LocalRedis() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start();
    }

    public int port() {
        return port;
    }

    public void start() throws IOException {
        server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
        server.start();
        pid = askForPid();
    }

    public void stop() throws IOException {
        server.stop();
    }

    /** The process stops where it is: connections stay open, and nothing is answered. */
    public void freeze() throws IOException {
        signal("STOP");
    }

    public void thaw() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException("kill -" + name + " " + pid + " failed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private long askForPid() throws IOException {
        try (Socket redis = new Socket(InetAddress.getLoopbackAddress(), port)) {
            redis.getOutputStream().write("INFO server\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(redis.getInputStream(), StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> line.startsWith(PID))
                    .map(line -> Long.parseLong(line.substring(PID.length())))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Redis does not tell its process id"));
        }
    }

    @Override
    public void close() throws IOException {
        if (server.isActive()) {
            thaw();
            server.stop();
        }
    }
}
