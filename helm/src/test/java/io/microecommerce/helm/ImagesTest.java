package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code helm/images} hands to a cluster can be started there. */
class ImagesTest {

    private static final Pattern ARM = Pattern.compile(
            "<arch>aarch64</arch>.{0,200}<image.architecture>arm64</image.architecture>", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void areBuiltForTheMachineThatBuilds() throws IOException {
        String pom = Files.readString(Path.of("../pom.xml"));

        assertThat(pom)
                .contains("<architecture>${image.architecture}</architecture>")
                .contains("<image.architecture>amd64</image.architecture>")
                .containsPattern(ARM);
    }

    @ParameterizedTest
    @CsvSource({"x86_64, amd64", "aarch64, arm64", "arm64, arm64"})
    void areLoadedWhereTheyCanRun(String machine, String architecture) throws Exception {
        Result result = load(machine, architecture);

        assertThat(result.output()).contains("svc-cart:1 → containerd", "setup:1 → containerd");
        assertThat(result.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"x86_64, arm64, amd64", "aarch64, amd64, arm64"})
    void areNotLoadedWhereTheyCannot(String machine, String architecture, String wanted) throws Exception {
        Result result = load(machine, architecture);

        assertThat(result.exit()).isNotZero();
        assertThat(result.output())
                .contains("svc-cart is for " + architecture + ", and this machine is " + wanted
                        + ": helm/images build -Dimage.architecture=" + wanted)
                .doesNotContain("→");
    }

    private record Result(int exit, String output) {}

    /** In a checkout with nothing but images, on a machine that calls itself so. */
    private Result load(String machine, String architecture) throws Exception {
        Path script = folder.resolve("helm/images");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("images"), script);
        for (String module : List.of(
                "svc-cart svc-customer svc-order svc-payment svc-product gateway seata-server local/nacos local/rocketmq helm/setup"
                        .split(" "))) {
            image(folder.resolve(module).resolve("target"), module.replaceAll(".*/", ""), architecture);
        }
        Path programs = Files.createDirectory(folder.resolve("bin"));
        program(programs.resolve("uname"), "echo " + machine);
        program(programs.resolve("ctr"), "true");
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString(), "load", "containerd");
        builder.environment().merge("PATH", programs + ":", (path, first) -> first + path);
        Path output = folder.resolve("output");
        int exit = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return new Result(exit, Files.readString(output));
    }

    /** Of an image what the script reads, as Jib writes it. */
    private static void image(Path target, String name, String architecture) throws Exception {
        Path blobs = Files.createDirectories(target.resolve("blobs/sha256"));
        String manifest = "a".repeat(64);
        String config = "b".repeat(64);
        Files.writeString(
                target.resolve("index.json"),
                "{\"manifests\":[{\"digest\":\"sha256:" + manifest
                        + "\",\"annotations\":{\"org.opencontainers.image.ref.name\":\"localhost/shop/" + name
                        + ":1\"}}]}");
        Files.writeString(blobs.resolve(manifest), "{\"config\":{\"digest\":\"sha256:" + config + "\"},\"layers\":[]}");
        Files.writeString(blobs.resolve(config), "{\"architecture\":\"" + architecture + "\",\"os\":\"linux\"}");
        int exit = new ProcessBuilder(
                        "tar", "-C", target.toString(), "-cf", target + "/image.tar", "index.json", "blobs")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
