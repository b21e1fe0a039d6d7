package io.microecommerce.local.launcher.server;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.topology.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A module of this checkout in a JVM of its own, run from its class folder with the class path that its build wrote down. */
record JavaProgram(Component component, Installation installation) implements Program {

    @Override
    public void prepare() {
        if (!Files.isRegularFile(classPathFile())) {
            throw new PlatformException(component.name() + " is not built: " + classPathFile()
                    + " does not exist. Run ./mvnw -DskipTests package, or ./shop up, which does.");
        }
    }

    @Override
    public List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (component.heapMib() > 0) {
            command.add("-Xmx" + component.heapMib() + "m");
        }
        for (List<String> flags : List.of(installation.topology().jvmFlags(), component.jvmFlags())) {
            flags.forEach(flag -> command.add(installation.resolve(component.name(), flag)));
        }
        command.add(component.mainClass());
        return command;
    }

    /** The class path goes here so that the list of processes stays readable. */
    @Override
    public Map<String, String> environment() throws IOException {
        return Map.of(
                "CLASSPATH",
                moduleTarget().resolve("classes") + ":"
                        + Files.readString(classPathFile()).strip());
    }

    private Path classPathFile() {
        return moduleTarget().resolve("classpath");
    }

    private Path moduleTarget() {
        return installation.checkout().resolve(component.module()).resolve("target");
    }
}
