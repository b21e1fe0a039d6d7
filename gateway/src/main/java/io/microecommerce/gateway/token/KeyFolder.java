package io.microecommerce.gateway.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * The keys of login tokens: every {@code *.pem} of a folder that all gateways share, read again and again. Every key verifies.
 * The last by file name signs, but not before it has lain there for a while: by then every gateway has read it, and whoever
 * else fetches the public halves, so nobody meets a token whose key it does not know.
 */
public final class KeyFolder implements JWKSource<SecurityContext>, AutoCloseable {

    /** Longer than two rounds of reading: enough where nobody but gateways verifies. */
    static final Duration SETTLES_AFTER = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(KeyFolder.class);

    private final Path folder;
    private final Clock clock;
    private final Duration settlesAfter;
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "signing-keys");
        thread.setDaemon(true);
        return thread;
    });

    /** Told once each, and again after a change. */
    private final Set<String> complaints = new HashSet<>();

    private volatile Keys keys;

    /**
     * @param all the last one by file name last
     * @param signing one of them
     */
    private record Keys(List<ECKey> all, ECKey signing, JwtEncoder encoder) {

        static Keys of(List<ECKey> all, ECKey signing) {
            return new Keys(all, signing, new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(signing))));
        }
    }

    /** @param since when it was put there */
    private record KeyFile(ECKey key, Instant since) {}

    /** @throws IllegalStateException if the folder holds no key: nobody could log in */
    public KeyFolder(Path folder, Clock clock) {
        this(folder, clock, SETTLES_AFTER);
    }

    /**
     * @param settlesAfter how long everybody who verifies may take to learn of a key
     * @throws IllegalStateException if the folder holds no key: nobody could log in
     */
    public KeyFolder(Path folder, Clock clock, Duration settlesAfter) {
        this.folder = folder;
        this.clock = clock;
        this.settlesAfter = settlesAfter;
        List<KeyFile> found = read();
        if (found.isEmpty()) {
            throw new IllegalStateException(
                    "The folder " + folder + " holds no key that signs login tokens: JWT_KEYS must"
                            + " name one with an EC P-256 private key as PKCS#8 in a file *.pem");
        }
        this.keys = Keys.of(keysOf(found), signing(found, null));
    }

    /** Reads the folder that often from now on. */
    public void readEvery(Duration period) {
        reader.scheduleWithFixedDelay(this::refresh, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Signs with the key whose turn it is. */
    public JwtEncoder encoder() {
        return keys.encoder();
    }

    /** All keys, the oldest first; with their private halves. */
    public List<ECKey> all() {
        return keys.all();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(List.<JWK>copyOf(keys.all())));
    }

    /** Never throws: what cannot be read now may be readable the next time, and until then the known keys do. */
    void refresh() {
        try {
            List<KeyFile> found = read();
            if (found.isEmpty()) {
                complain("It holds no key any more, and those that it held go on", null);
                return;
            }
            Keys before = keys;
            ECKey signing = signing(found, before.signing());
            List<ECKey> all = keysOf(found);
            if (!all.equals(before.all()) || !signing.equals(before.signing())) {
                keys = Keys.of(all, signing);
                complaints.clear();
                log.info("{} keys verify login tokens, and {} signs them", all.size(), signing.getKeyID());
            }
        } catch (RuntimeException e) {
            complain("It cannot be read, and the keys that it held go on", e);
        }
    }

    private List<KeyFile> read() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> pems = Files.newDirectoryStream(folder, "*.pem")) {
            pems.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder of the signing keys, " + folder + ", cannot be read; set JWT_KEYS", e);
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        List<KeyFile> found = new ArrayList<>();
        for (Path file : files) {
            try {
                found.add(new KeyFile(
                        SigningKey.read(file), Files.getLastModifiedTime(file).toInstant()));
            } catch (IOException | IllegalStateException e) {
                complain(file.getFileName() + " is passed over", e);
            }
        }
        return found;
    }

    /**
     * The last that has settled. When none has, as where a whole folder was just mounted: the one that signed until now, else
     * the one before the last, which is the newest that others have surely read.
     */
    private ECKey signing(List<KeyFile> found, @Nullable ECKey before) {
        Instant settled = clock.instant().minus(settlesAfter);
        for (int i = found.size() - 1; i >= 0; i--) {
            if (!found.get(i).since().isAfter(settled)) {
                return found.get(i).key();
            }
        }
        return found.stream()
                .map(KeyFile::key)
                .filter(key -> key.equals(before))
                .findFirst()
                .orElseGet(() -> found.get(Math.max(0, found.size() - 2)).key());
    }

    private static List<ECKey> keysOf(List<KeyFile> found) {
        return found.stream().map(KeyFile::key).toList();
    }

    /** As an error, since somebody must mend it; without what it holds. */
    private void complain(String what, @Nullable Exception cause) {
        if (complaints.add(what)) {
            log.error("The folder of the signing keys, {}: {}", folder, what, cause);
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
