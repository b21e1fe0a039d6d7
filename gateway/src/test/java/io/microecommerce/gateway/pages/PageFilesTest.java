package io.microecommerce.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a page, a script or the demonstration's catalogue names is a file that is there. */
class PageFilesTest {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Path CATALOGUE = Path.of("../svc-product/src/main/resources/demo/catalogue.json");
    private static final Pattern IMPORT = Pattern.compile("\\b(?:from |import\\()'([^']+)'");
    private static final Pattern REFERENCE = Pattern.compile("\\b(?:href|src)=\"([^\"]+)\"");
    private static final Pattern PICTURE = Pattern.compile("\"(/pictures/[^\"]+)\"");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(STATIC)) {
            return files.filter(file -> file.toString().matches(".*\\.(js|html)")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesFilesThatAreThere(Path file) throws IOException {
        Pattern pattern = file.toString().endsWith(".js") ? IMPORT : REFERENCE;

        assertThat(named(pattern, file))
                .allSatisfy(name -> assertThat(resolved(file, name)).isRegularFile());
    }

    @Test
    void thePicturesOfTheDemonstrationAreThere() throws IOException {
        List<String> pictures = named(PICTURE, CATALOGUE);

        assertThat(pictures).isNotEmpty().allSatisfy(name -> assertThat(resolved(CATALOGUE, name))
                .isRegularFile());
    }

    private static List<String> named(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }

    private static Path resolved(Path file, String name) {
        return name.startsWith("/") ? STATIC.resolve(name.substring(1)) : file.resolveSibling(name);
    }
}
