package org.image2ai.egress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.image2ai.api.PlatformException;
import org.osgi.framework.Bundle;

/** What the file of a bundle says of where it sends data. */
final class Declaration {
    private static final String FILE = "META-INF/privacy/declaration.json";
    private static final String PLUGIN = "Image2AI-Plugin";

    private Declaration() {}

    /** The hosts of all recipients. @throws PlatformException DENIED {@code not_admitted} when they cannot be read */
    static List<String> hosts(Bundle bundle) {
        URL file = bundle.getEntry(FILE);
        if (file == null) {
            throw refused(bundle.getSymbolicName() + " has no " + FILE + ".");
        }
        try (InputStream in = file.openStream()) {
            List<String> hosts = new ArrayList<>();
            for (JsonNode recipient : new ObjectMapper().readTree(in).path("recipients")) {
                recipient.path("hosts").forEach(host -> hosts.add(Target.plain(host.asText())));
            }
            return List.copyOf(hosts);
        } catch (IOException e) {
            throw refused(FILE + " of " + bundle.getSymbolicName() + " is no JSON.")
                    .causedBy(e);
        }
    }

    /** Whether accounts of that factory belong to a bundle: {@code Image2AI-Plugin: image-models;pid=…} says so. */
    static boolean owns(Bundle bundle, String factoryPid) {
        String header = bundle.getHeaders("").get(PLUGIN);
        return header != null
                && Arrays.stream(header.split("[;,]"))
                        .map(part -> part.strip().replace("\"", ""))
                        .anyMatch(part -> part.equals("pid=" + factoryPid));
    }

    static PlatformException refused(String message) {
        return PlatformException.denied("not_admitted", message);
    }
}
