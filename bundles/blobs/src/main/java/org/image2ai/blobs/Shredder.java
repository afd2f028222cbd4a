package org.image2ai.blobs;

import java.util.HashSet;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.KeyShredder;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Destroys keys by what a bundle declared: one of each holding's name, and one of each blob folder that it names. */
@Component(service = KeyShredder.class)
public final class Shredder implements KeyShredder {
    private final KeyStore keys;

    @Activate
    public Shredder(@Reference KeyStore keys) {
        this.keys = keys;
    }

    @Override
    public int shred(AccountId subject, PrivacyDeclaration declaration, Set<String> retained) {
        String root = BundleBlobs.rootOf(declaration.bundle());
        Set<String> gone = new HashSet<>();
        Set<String> kept = new HashSet<>();
        for (Holding holding : declaration.holdings()) {
            (retained.contains(holding.name()) ? kept : gone).addAll(names(root, holding));
        }
        gone.removeAll(kept);
        return keys.destroy(subject, gone);
    }

    /** A blob folder stands in a declaration as {@code root/{account}/folder}; what is no path is a table. */
    private static Set<String> names(String root, Holding holding) {
        Set<String> names = new HashSet<>();
        names.add(root + "/" + holding.name());
        for (String location : holding.location()) {
            String[] path = location.split("/");
            if (path.length > 2 && path[0].equals(root)) {
                names.add(root + "/" + path[2]);
            }
        }
        return names;
    }
}
