package org.image2ai.plugins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * What a bundle says in its {@code META-INF/privacy/declaration.json}.
 *
 * @param hosts where it sends data
 * @param recipients who gets it: legal name and country
 * @param data what it holds of people
 */
public record Declared(List<String> hosts, List<String> recipients, List<String> data) {
    static final String FILE = "META-INF/privacy/declaration.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    public Declared {
        hosts = List.copyOf(hosts);
        recipients = List.copyOf(recipients);
        data = List.copyOf(data);
    }

    /** Empty when the bundle declares nothing, or nothing that can be read. */
    static Optional<Declared> of(Bundle bundle) {
        URL file = bundle.getEntry(FILE);
        if (file == null) {
            return Optional.empty();
        }
        try (InputStream in = file.openStream()) {
            return Optional.of(read(JSON.readTree(in)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Declared read(JsonNode declaration) {
        List<String> hosts = new ArrayList<>();
        List<String> recipients = new ArrayList<>();
        for (JsonNode recipient : declaration.path("recipients")) {
            recipient.path("hosts").forEach(host -> hosts.add(host.asText()));
            recipients.add(recipient.path("name").asText() + " ("
                    + recipient.path("country").asText() + ")");
        }
        List<String> data = new ArrayList<>();
        for (JsonNode holding : declaration.path("holdings")) {
            data.add(holding.path("name").asText() + ": "
                    + holding.path("category").asText());
        }
        return new Declared(hosts, recipients, data);
    }
}
