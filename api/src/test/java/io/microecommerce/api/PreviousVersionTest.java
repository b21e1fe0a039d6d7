package io.microecommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * While an upgrade goes on, the two versions talk to each other. The file {@code previous-version/records.txt} keeps every record
 * as the version before put it on the wire; this version reads it, and sends all that the other needs to read.
 *
 * <p>A change may add a component that may be null, and no more. When a version is released its records become the file: {@link
 * #main} writes it.
 */
class PreviousVersionTest {

    private static final Path FILE = Path.of("src/test/resources/previous-version/records.txt");
    private static final String SEPARATOR = "\t";

    /** What the previous version sent. An older reader takes by name what it knows, and passes over the rest. */
    @ParameterizedTest
    @MethodSource("recordsOfThePreviousVersion")
    void isReadByThisOne(Kept kept) throws Exception {
        Object read = HessianBytes.read(kept.bytes, Class.forName(kept.type));

        assertThat(read).isNotNull();
        for (Component component : kept.components) {
            assertThat(component.valueIn(read))
                    .as(kept.type + "." + component.name)
                    .isEqualTo(component.value);
        }
    }

    /** Names and types are what an older reader looks for. */
    @ParameterizedTest
    @MethodSource("recordsOfThePreviousVersion")
    void findsItsComponentsInWhatThisOneSends(Kept kept) throws Exception {
        List<String> today = Arrays.stream(Class.forName(kept.type).getRecordComponents())
                .map(component ->
                        component.getName() + " " + component.getType().getName())
                .toList();

        assertThat(today)
                .as(kept.type)
                .containsAll(kept.components.stream()
                        .map(component -> component.name + " " + component.type)
                        .toList());
    }

    static Stream<Kept> recordsOfThePreviousVersion() throws IOException {
        List<Kept> all = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            String[] fields = line.split(SEPARATOR, -1);
            List<Component> components = Arrays.stream(fields)
                    .skip(2)
                    .map(field -> field.split(" ", 3))
                    .map(parts -> new Component(parts[0], parts[1], parts[2]))
                    .toList();
            all.add(new Kept(fields[0], Base64.getDecoder().decode(fields[1]), components));
        }
        return all.stream();
    }

    /** Writes the file anew, from what this version sends. To be run in the folder of the module. */
    public static void main(String[] arguments) throws Exception {
        List<String> lines = new ArrayList<>();
        for (Serializable example : RoundTripTest.records()) {
            List<String> fields = new ArrayList<>();
            fields.add(example.getClass().getName());
            fields.add(Base64.getEncoder().encodeToString(HessianBytes.of(example)));
            for (RecordComponent component : example.getClass().getRecordComponents()) {
                Component kept =
                        new Component(component.getName(), component.getType().getName(), "");
                fields.add(kept.name + " " + kept.type + " " + kept.valueIn(example));
            }
            lines.add(String.join(SEPARATOR, fields));
        }
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, lines, StandardCharsets.UTF_8);
    }

    /** A record of the previous version: its class, its bytes on the wire, what was in it. */
    record Kept(String type, byte[] bytes, List<Component> components) {

        @Override
        public String toString() {
            return type.substring(type.lastIndexOf('.') + 1);
        }
    }

    /** @param value in words; of a record or a list only whether it is there, since those may have grown */
    record Component(String name, String type, String value) {

        String valueIn(Object holder) throws ReflectiveOperationException {
            Object found = holder.getClass().getMethod(name).invoke(holder);
            if (found instanceof List<?> list) {
                return list.stream().map(Component::inWords).collect(Collectors.joining(",", "[", "]"));
            }
            return inWords(found);
        }

        private static String inWords(Object found) {
            return found instanceof Record ? "a record" : String.valueOf(found);
        }
    }
}
