package io.microecommerce.local.launcher.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of one command: flags, options with a value, and the rest. */
final class Arguments {
    private final String command;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> rest = new ArrayList<>();

    /**
     * Reads arguments.
     *
     * @param flags options without a value
     * @param valued options with a value
     * @throws UsageException on any other option
     */
    Arguments(String command, List<String> arguments, Set<String> flags, Set<String> valued) {
        this.command = command;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (flags.contains(argument)) {
                options.put(argument, "");
            } else if (valued.contains(argument)) {
                if (i + 1 == arguments.size()) {
                    throw new UsageException("./shop " + command + ": " + argument + " needs a value.");
                }
                i++;
                options.put(argument, arguments.get(i));
            } else if (argument.startsWith("-")) {
                throw new UsageException("./shop " + command + " does not know " + argument + ". See ./shop help.");
            } else {
                rest.add(argument);
            }
        }
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    int number(String option, int otherwise) {
        try {
            return value(option).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new UsageException("./shop " + command + ": " + option + " needs a whole number.");
        }
    }

    /** The one argument that is no option. */
    String name() {
        if (rest.size() != 1) {
            throw new UsageException(
                    "./shop " + command + " needs the NAME of one component; ./shop status lists them.");
        }
        return rest.get(0);
    }

    /** The one argument that is no option, where it names something else; say what. */
    String name(String what) {
        if (rest.size() != 1) {
            throw new UsageException("./shop " + command + " needs " + what + ".");
        }
        return rest.get(0);
    }

    /** The one argument that is no option, where it names a file. */
    String file() {
        if (rest.size() != 1) {
            throw new UsageException("./shop " + command + " needs the name of one FILE.");
        }
        return rest.get(0);
    }

    /** For a command that takes options only. */
    Arguments withoutName() {
        if (!rest.isEmpty()) {
            throw new UsageException("./shop " + command + " does not take '" + rest.get(0) + "'. See ./shop help.");
        }
        return this;
    }
}
