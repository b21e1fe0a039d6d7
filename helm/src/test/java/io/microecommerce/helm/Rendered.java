package io.microecommerce.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * What a chart renders to.
 *
 * @param text as Helm gives it out
 * @param documents each object as plain maps and lists
 * @param objects the same objects in their types
 */
record Rendered(String text, List<Map<String, Object>> documents, List<HasMetadata> objects) {

    static final ObjectMapper MAPPER = new ObjectMapper();

    /** A pod as it will be started, by the name of what starts it. */
    record Workload(String name, PodTemplateSpec template) {

        PodSpec pod() {
            return template.getSpec();
        }

        Map<String, String> labels() {
            return template.getMetadata().getLabels();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Rendered of(String text) {
        List<Map<String, Object>> documents = new ArrayList<>();
        List<HasMetadata> objects = new ArrayList<>();
        for (Object document : new Yaml().loadAll(text)) {
            if (document instanceof Map<?, ?> map && !map.isEmpty()) {
                @SuppressWarnings("unchecked") // The names of a Kubernetes object are texts.
                Map<String, Object> object = (Map<String, Object>) map;
                documents.add(object);
                objects.add((HasMetadata) MAPPER.convertValue(object, KubernetesResource.class));
            }
        }
        return new Rendered(text, List.copyOf(documents), List.copyOf(objects));
    }

    <T extends HasMetadata> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
        return all(type)
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst();
    }

    List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>();
        all(Deployment.class)
                .map(it -> new Workload(it.getMetadata().getName(), it.getSpec().getTemplate()))
                .forEach(workloads::add);
        all(StatefulSet.class)
                .map(it -> new Workload(it.getMetadata().getName(), it.getSpec().getTemplate()))
                .forEach(workloads::add);
        all(Job.class)
                .map(it -> new Workload(it.getMetadata().getName(), it.getSpec().getTemplate()))
                .forEach(workloads::add);
        return workloads;
    }

    /** Workloads whose pods have all these labels. */
    List<Workload> selected(Map<String, String> selector) {
        return workloads().stream()
                .filter(workload -> workload.labels().entrySet().containsAll(selector.entrySet()))
                .toList();
    }

    /** Every value with its path. Numbers as texts: 2 and "2" are the same quantity, and a port may be either. */
    static List<String> leaves(JsonNode root) {
        List<String> found = new ArrayList<>();
        leaves(root, "", found);
        return found;
    }

    private static void leaves(JsonNode node, String path, List<String> found) {
        if (node.isObject()) {
            node.properties().forEach(field -> leaves(field.getValue(), path + "." + field.getKey(), found));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.get(i), path + "[" + i + "]", found);
            }
        } else if (!node.isNull()) {
            found.add(path + " = " + node.asText());
        }
    }
}
