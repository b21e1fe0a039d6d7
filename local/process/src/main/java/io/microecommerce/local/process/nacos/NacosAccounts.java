package io.microecommerce.local.process.nacos;

import io.microecommerce.local.process.CannotStartException;
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
public final class NacosAccounts {
    private static final String ADMIN = "nacos";
    private static final String ROLE = "SHOP";
    private static final String GROUP = "DEFAULT_GROUP";
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");
    /** Nacos learns of new accounts and permissions from its store only every 15 seconds. */
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(60);

    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** An account of Nacos. */
    public record Account(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Nacos does not know the account's password: it was prepared with another one. */
    public static final class RefusedException extends CannotStartException {

        private static final long serialVersionUID = 1L;

        RefusedException(String account) {
            super("Nacos refuses its account " + account + " with the password that it should have");
        }
    }

    /**
     * @param server where Nacos answers, such as {@code http://127.0.0.1:8848}
     */
    public NacosAccounts(String server) {
        this.base = server + "/nacos/v3";
    }

    /**
     * Creates what is absent, and returns once the services' account works.
     *
     * @param adminPassword of the administrator, whose name is {@code nacos}
     * @param user the account of the services
     * @param configuration properties by their data id
     * @throws RefusedException if Nacos has another password for an account
     * @throws CannotStartException if Nacos refuses something else
     */
    public void prepare(String adminPassword, Account user, Map<String, String> configuration)
            throws IOException, InterruptedException {
        // 409 means that there is an administrator; whether with our password, the login tells.
        int created =
                post("/auth/user/admin", "", Map.of("password", adminPassword)).statusCode();
        if (created != 200 && created != 409) {
            throw new CannotStartException("Nacos refused to create its administrator: HTTP " + created);
        }
        String admin = awaitLogin(new Account(ADMIN, adminPassword));
        for (Map.Entry<String, String> entry : configuration.entrySet()) {
            publishIfAbsent(admin, entry.getKey(), entry.getValue());
        }
        if (login(user).isEmpty()) {
            createUser(admin, user);
        }
        allowPublicNamespace(admin);
        awaitMayRead(user, awaitLogin(user), configuration);
    }

    private void createUser(String admin, Account user) throws IOException, InterruptedException {
        Map<String, String> account = Map.of("username", user.name(), "password", user.password());
        post("/auth/user", admin, account);
        // Where the account was there with another password, creating it did nothing.
        put("/auth/user", admin, Map.of("username", user.name(), "newPassword", user.password()));
        post("/auth/role", admin, Map.of("username", user.name(), "role", ROLE));
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

    private void awaitMayRead(Account user, String token, Map<String, String> configuration)
            throws IOException, InterruptedException {
        Optional<String> dataId = configuration.keySet().stream().findFirst();
        if (dataId.isEmpty()) {
            return;
        }
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        Map<String, String> key = Map.of("dataId", dataId.get(), "groupName", GROUP);
        HttpResponse<String> answer = get("/client/cs/config", token, key);
        while (answer.statusCode() != 200) {
            if (System.nanoTime() > deadline) {
                throw new CannotStartException(
                        "Nacos does not let its account " + user + " read configuration: HTTP " + answer.statusCode());
            }
            Thread.sleep(200);
            answer = get("/client/cs/config", token, key);
        }
    }

    private String awaitLogin(Account account) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> token = login(account);
            if (token.isPresent()) {
                return token.get();
            }
            Thread.sleep(200);
        }
        throw new RefusedException(account.name());
    }

    private Optional<String> login(Account account) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                post("/auth/user/login", "", Map.of("username", account.name(), "password", account.password()));
        Matcher token = TOKEN.matcher(answer.body());
        return answer.statusCode() == 200 && token.find() ? Optional.of(token.group(1)) : Optional.empty();
    }

    private static void expect200(HttpResponse<String> answer, String what) {
        if (answer.statusCode() != 200) {
            throw new CannotStartException("Nacos refused to " + what + ": HTTP " + answer.statusCode());
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
