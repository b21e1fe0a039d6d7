package io.microecommerce.local.launcher;

import io.microecommerce.local.launcher.installation.ShopHome;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What a later command must know about the platform that was started.
 *
 * @param portOffset what was added to every port
 * @param components names of the components that were to run
 * @param options what was asked for besides
 */
record PlatformState(int portOffset, List<String> components, List<String> options) {

    PlatformState {
        components = List.copyOf(components);
        options = List.copyOf(options);
    }

    static Optional<PlatformState> read(ShopHome home) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(home))) {
            properties.load(reader);
            return Optional.of(new PlatformState(
                    Integer.parseInt(properties.getProperty("portOffset", "")),
                    List.of(properties.getProperty("components", "").split(",")),
                    Stream.of(properties.getProperty("options", "").split(","))
                            .filter(name -> !name.isEmpty())
                            .toList()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write(ShopHome home) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("portOffset", Integer.toString(portOffset));
        properties.setProperty("components", String.join(",", components));
        properties.setProperty("options", String.join(",", options));
        try (Writer writer = Files.newBufferedWriter(file(home))) {
            properties.store(writer, null);
        }
    }

    static void forget(ShopHome home) throws IOException {
        Files.deleteIfExists(file(home));
    }

    private static Path file(ShopHome home) {
        return home.run().resolve("platform.properties");
    }
}
