package io.microecommerce.local.launcher.trace;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.timeline.Chapter;
import io.microecommerce.timeline.Story;
import io.microecommerce.timeline.Timeline;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Reads an order's timeline as the services would tell it, from their databases, and so with every service down. */
public final class OrderTrace {

    private final Platform platform;

    public OrderTrace(Platform platform) {
        this.platform = platform;
    }

    /**
     * Tells what it can; a database that cannot be read is named by its service.
     *
     * @throws PlatformException if no database can be read
     */
    public Timeline timeline(String orderId) {
        Story story = new Story(orderId, true);
        SQLException unreadable = null;
        int read = 0;
        for (Chapter chapter : Chapter.values()) {
            try (Connection connection = DriverManager.getConnection(
                    platform.jdbcUrl(chapter.database()), "postgres", platform.secret("postgres.password"))) {
                story.tell(chapter.read(connection, story.question()));
                read++;
            } catch (SQLException e) {
                story.miss(chapter);
                unreadable = e;
            }
        }
        if (unreadable != null && read == 0) {
            throw new PlatformException("Cannot read the databases: " + unreadable.getMessage(), unreadable);
        }
        return story.timeline();
    }
}
