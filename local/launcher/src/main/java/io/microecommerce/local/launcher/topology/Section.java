package io.microecommerce.local.launcher.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One mapping of the file with the place it stands at, so that a mistake is reported where it is. */
final class Section {
    private final String place;
    private final Map<?, ?> values;

    Section(String place, @Nullable Object value) {
        this.place = place;
        if (value == null) {
            this.values = Map.of();
        } else if (value instanceof Map<?, ?> map) {
            this.values = map;
        } else {
            throw new TopologyException(place + " must be a mapping of keys to values.");
        }
    }

    /** A misspelt key must not be ignored in silence. */
    Section allow(String... keys) {
        Set<String> unknown = new TreeSet<>();
        values.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        Set.of(keys).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new TopologyException(place + ": unknown key " + String.join(", ", unknown) + ". Known: "
                    + String.join(", ", new TreeSet<>(Set.of(keys))) + ".");
        }
        return this;
    }

    Set<String> keys() {
        return texts().keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Section section(String key) {
        return new Section(place + "." + key, values.get(key));
    }

    Optional<String> optionalText(String key) {
        return Optional.ofNullable(values.get(key)).map(String::valueOf);
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> new TopologyException(place + " lacks '" + key + "'."));
    }

    int number(String key, int otherwise) {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer number && number >= 0) {
            return number;
        }
        throw new TopologyException(place + "." + key + " must be a whole number, 0 or more, not '" + value + "'.");
    }

    List<String> list(String key) {
        List<String> texts = new ArrayList<>();
        elements(key).forEach(element -> texts.add(String.valueOf(element)));
        return texts;
    }

    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Object element : elements(key)) {
            sections.add(new Section(place + "." + key + "[" + sections.size() + "]", element));
        }
        return sections;
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(String.valueOf(key), value == null ? "" : String.valueOf(value)));
        return texts;
    }

    private List<?> elements(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new TopologyException(place + "." + key + " must be a list.");
    }
}
