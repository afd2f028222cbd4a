package org.image2ai.egress;

import java.util.List;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.plugin.PluginHeader;
import org.image2ai.kit.privacy.Admission;
import org.osgi.framework.Bundle;

/** What the file of a bundle says of where it sends data. */
final class Declaration {
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

    /** Whether accounts of that factory belong to a bundle: {@link PluginHeader} says so. */
    static boolean owns(Bundle bundle, String factoryPid) {
        return PluginHeader.of(bundle)
                .flatMap(PluginHeader::pid)
                .filter(factoryPid::equals)
                .isPresent();
    }

    static PlatformException refused(String message) {
        return PlatformException.denied("not_admitted", message);
    }
}
