package org.image2ai.egress;

import java.util.Arrays;
import java.util.List;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Admission;
import org.osgi.framework.Bundle;

/** What the file of a bundle says of where it sends data. */
final class Declaration {
    private static final String PLUGIN = "Image2AI-Plugin";

    private Declaration() {}

    /** The hosts of all recipients. @throws PlatformException DENIED {@code not_admitted} when they cannot be read */
    static List<String> hosts(Bundle bundle) {
        return Admission.require(bundle)
                .orElseThrow(() -> refused(bundle.getSymbolicName() + " has no " + PrivacyDeclaration.FILE + "."))
                .recipients()
                .stream()
                .flatMap(recipient -> recipient.hosts().stream())
                .map(Target::plain)
                .toList();
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
