package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Documents name what exists. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)");

    /** A class, perhaps with a method, in back-ticks: {@code `PayOrder.pay`}. */
    private static final Pattern CODE = Pattern.compile("`([A-Z][a-z]\\w*)(?:\\.([a-z]\\w*))?`");

    private final Path checkout = Platform.checkout();

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path document : documents()) {
            List<String> broken = LINK.matcher(Files.readString(document))
                    .results()
                    .map(link -> link.group(1))
                    .filter(target -> !Files.exists(document.resolveSibling(target)))
                    .toList();
            assertThat(broken).as("links of " + document).isEmpty();
        }
    }

    @Test
    void theTracedPaymentNamesClassesAndMethodsThatExist() throws IOException {
        assertThat(missing("docs/one-payment.md", "/src/main/java/")).isEmpty();
    }

    @Test
    void everyGuaranteeNamesTestsThatExist() throws IOException {
        assertThat(missing("docs/guarantees.md", "/src/test/java/")).isEmpty();
    }

    /** What the document names in code type, as {@code Class} or {@code Class.method}, and no source below such a folder declares. */
    private List<String> missing(String document, String folder) throws IOException {
        List<Path> sources = sources(folder);
        return CODE.matcher(Files.readString(checkout.resolve(document)))
                .results()
                .filter(name -> sources.stream().noneMatch(source -> declares(source, name.group(1), name.group(2))))
                .map(name -> name.group())
                .distinct()
                .toList();
    }

    private static boolean declares(Path source, String type, @Nullable String method) {
        if (!source.getFileName().toString().equals(type + ".java")) {
            return false;
        }
        try {
            return method == null || Files.readString(source).contains(" " + method + "(");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(checkout.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "bench/README.md")
                                    .map(checkout::resolve),
                            docs.filter(path -> path.toString().endsWith(".md")))
                    .toList();
        }
    }

    private List<Path> sources(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(checkout)) {
            return all.filter(path -> path.toString().contains(folder))
                    .filter(path -> path.toString().endsWith(".java"))
                    .toList();
        }
    }
}
