package org.image2ai.model.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.image2ai.api.PlatformException;

/**
 * The workflows of a folder: {@code sdxl-text.json}, as ComfyUI exports it for its API, and {@code
 * sdxl-text.properties} beside it. They are read anew whenever the models are asked for, so a file that appears is a
 * model that appears; one that is wrong keeps no other from being offered.
 */
final class WorkflowFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = ".properties";
    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,63}";

    private final Path folder;
    private final String region;
    private final Map<String, Optional<BigDecimal>> prices;

    /** @param prices of the account, where a header has none */
    WorkflowFiles(Path folder, String region, Map<String, Optional<BigDecimal>> prices) {
        this.folder = folder;
        this.region = region;
        this.prices = Map.copyOf(prices);
    }

    /**
     * All that can be offered.
     *
     * @param problems gets the reason for each that cannot, by the name of its file
     */
    Map<String, Workflow> read(Map<String, String> problems) {
        Map<String, Workflow> workflows = new TreeMap<>();
        for (Path header : headers(problems)) {
            String file = header.getFileName().toString();
            String name = file.substring(0, file.length() - HEADER.length());
            try {
                Workflow workflow = read(name, header);
                if (workflow.model().prices().isEmpty()) {
                    problems.put(file, file + " has no credits, and the account no price for it.");
                } else {
                    workflows.put(name, workflow);
                }
            } catch (PlatformException e) {
                problems.put(file, e.getMessage());
            } catch (IOException | IllegalArgumentException e) {
                problems.put(file, file + " or the workflow beside it cannot be read: " + e.getMessage());
            }
        }
        return workflows;
    }

    private List<Path> headers(Map<String, String> problems) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(HEADER))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.put("", "The folder " + folder + " cannot be read.");
            return List.of();
        }
    }

    private Workflow read(String name, Path header) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(header)) {
            properties.load(in);
        }
        Header said = new Header(header.getFileName().toString(), properties);
        if (!name.matches(NAME)) {
            throw said.wrong("name", "one of small letters, digits, . _ -: it becomes the model's");
        }
        Template template = new Template(nodes(folder.resolve(name + ".json")));
        return Workflow.of(name, template, said, region, prices.getOrDefault(name, Optional.empty()));
    }

    private static ObjectNode nodes(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file)) {
            JsonNode tree = JSON.readTree(in);
            boolean api = tree != null && tree.isObject() && !tree.isEmpty();
            if (api) {
                for (JsonNode node : tree) {
                    api &= node.path("class_type").isTextual()
                            && node.path("inputs").isObject();
                }
            }
            if (!api) {
                throw new IOException(file.getFileName() + " is no workflow in API format (export it for the API)");
            }
            return (ObjectNode) tree;
        }
    }
}
