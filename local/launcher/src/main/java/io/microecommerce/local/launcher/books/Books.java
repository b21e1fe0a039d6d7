package io.microecommerce.local.launcher.books;

import io.microecommerce.books.Invariant;
import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.installation.PlatformException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the databases of a platform as its operator can, and says where they are wrong. */
public final class Books {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Platform platform;

    public Books(Platform platform) {
        this.platform = platform;
    }

    /** Violations of an invariant, in words. */
    public List<String> violations(Invariant invariant) {
        return strings(invariant.database(), invariant.violations());
    }

    /** Violations of all equations, in words; none at any moment. */
    public List<String> violations() {
        return Invariant.EQUATIONS.stream()
                .flatMap(equation -> violations(equation).stream())
                .toList();
    }

    /**
     * Where the databases disagree and still do after this long, in words; what is under way agrees sooner.
     *
     * @param settledWithin how long a payment under way is given
     */
    public List<String> disagreements(Agreement agreement, Duration settledWithin) throws InterruptedException {
        long deadline = System.nanoTime() + settledWithin.toNanos();
        Set<String> stayed = differences(agreement);
        while (!stayed.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(POLL.toMillis());
            // A payment that differs anew is another one on its way.
            stayed.retainAll(differences(agreement));
        }
        return List.copyOf(stayed);
    }

    private Set<String> differences(Agreement agreement) {
        Set<String> left = new LinkedHashSet<>(
                strings(agreement.left().database(), agreement.left().payments()));
        Set<String> right = new LinkedHashSet<>(
                strings(agreement.right().database(), agreement.right().payments()));
        Set<String> differences = new LinkedHashSet<>();
        missing(differences, left, agreement.left(), right, agreement.right());
        missing(differences, right, agreement.right(), left, agreement.left());
        return differences;
    }

    private static void missing(
            Set<String> into, Set<String> ids, Agreement.Side has, Set<String> others, Agreement.Side not) {
        for (String id : ids) {
            if (!others.contains(id)) {
                into.add("Payment " + id + " " + has.what() + ", but it is not true that it " + not.what() + ".");
            }
        }
    }

    private List<String> strings(String database, String query) {
        try (Connection connection = DriverManager.getConnection(
                        platform.jdbcUrl(database), "postgres", platform.secret("postgres.password"));
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        } catch (SQLException e) {
            throw new PlatformException("Cannot read database " + database + ": " + e.getMessage(), e);
        }
    }
}
