package io.microecommerce.local.launcher.server;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.topology.NacosSeed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes a Nacos with authentication usable: its administrator, the account of the services, and configuration that is
 * absent. Every step leaves what is there already as it is.
 */
public final class NacosBootstrap {
    private static final String ADMIN = "nacos";
    private static final String ROLE = "SHOP";
    private static final String GROUP = "DEFAULT_GROUP";
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");
    /** Nacos learns of new accounts and permissions from its store only every 15 seconds. */
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(60);

    private final Installation installation;
    private final NacosSeed seed;
    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public NacosBootstrap(Installation installation, NacosSeed seed) {
        this.installation = installation;
        this.seed = seed;
        this.base = "http://127.0.0.1:" + installation.port(seed.component()) + "/nacos/v3";
    }

    /** Creates what is absent, and returns once the services' account works. */
    public void run() throws IOException, InterruptedException {
        String adminPassword = installation.secrets().value(seed.adminSecret());
        // 409 means that there is an administrator; whether with our password, the login tells.
        int created =
                post("/auth/user/admin", "", Map.of("password", adminPassword)).statusCode();
        if (created != 200 && created != 409) {
            throw new PlatformException("Nacos refused to create its administrator: HTTP " + created);
        }
        String admin = awaitLogin(ADMIN, adminPassword, seed.adminSecret());
        for (Map.Entry<String, String> entry : seed.configuration().entrySet()) {
            publishIfAbsent(admin, entry.getKey(), entry.getValue());
        }

        String userPassword = installation.secrets().value(seed.userSecret());
        if (login(seed.user(), userPassword).isEmpty()) {
            createUser(admin, userPassword);
        }
        allowPublicNamespace(admin);
        awaitUserMayRead(awaitLogin(seed.user(), userPassword, seed.userSecret()));
    }

    private void createUser(String admin, String password) throws IOException, InterruptedException {
        Map<String, String> account = Map.of("username", seed.user(), "password", password);
        post("/auth/user", admin, account);
        // Where the account was there with another password, creating it did nothing.
        put("/auth/user", admin, Map.of("username", seed.user(), "newPassword", password));
        post("/auth/role", admin, Map.of("username", seed.user(), "role", ROLE));
    }

    private void allowPublicNamespace(String admin) throws IOException, InterruptedException {
        Map<String, String> permission = Map.of("role", ROLE, "resource", "public:*:*", "action", "rw");
        boolean there = get("/auth/permission", admin, permission).body().contains("\"data\":true");
        if (!there) {
            expect200(post("/auth/permission", admin, permission), "grant a permission");
        }
    }

    private void publishIfAbsent(String admin, String dataId, String content) throws IOException, InterruptedException {
        Map<String, String> key = Map.of("dataId", dataId, "groupName", GROUP);
        if (get("/admin/cs/config", admin, key).statusCode() == 404) {
            Map<String, String> form = new TreeMap<>(key);
            form.put("type", "properties");
            form.put("content", content);
            expect200(post("/admin/cs/config", admin, form), "publish " + dataId);
        }
    }

    private void awaitUserMayRead(String user) throws IOException, InterruptedException {
        Optional<String> dataId = seed.configuration().keySet().stream().findFirst();
        if (dataId.isEmpty()) {
            return;
        }
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        Map<String, String> key = Map.of("dataId", dataId.get(), "groupName", GROUP);
        HttpResponse<String> answer = get("/client/cs/config", user, key);
        while (answer.statusCode() != 200) {
            if (System.nanoTime() > deadline) {
                throw new PlatformException("Nacos does not let its account " + seed.user()
                        + " read configuration: HTTP " + answer.statusCode());
            }
            Thread.sleep(200);
            answer = get("/client/cs/config", user, key);
        }
    }

    private String awaitLogin(String user, String password, String secret) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> token = login(user, password);
            if (token.isPresent()) {
                return token.get();
            }
            Thread.sleep(200);
        }
        throw new PlatformException("Nacos refuses its account " + user + " with the password in "
                + installation.secrets().file(secret)
                + ". The data in " + installation.home().data(seed.component())
                + " was made with another one: bring that secret back, or ./shop reset.");
    }

    private Optional<String> login(String user, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/auth/user/login", "", Map.of("username", user, "password", password));
        Matcher token = TOKEN.matcher(answer.body());
        return answer.statusCode() == 200 && token.find() ? Optional.of(token.group(1)) : Optional.empty();
    }

    private static void expect200(HttpResponse<String> answer, String what) {
        if (answer.statusCode() != 200) {
            throw new PlatformException("Nacos refused to " + what + ": HTTP " + answer.statusCode());
        }
    }

    private HttpResponse<String> get(String path, String token, Map<String, String> query)
            throws IOException, InterruptedException {
        return send(request(path + "?" + encoded(query), token).GET());
    }

    private HttpResponse<String> post(String path, String token, Map<String, String> form)
            throws IOException, InterruptedException {
        return send(request(path, token).POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    private HttpResponse<String> put(String path, String token, Map<String, String> form)
            throws IOException, InterruptedException {
        return send(request(path, token).PUT(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
