package org.image2ai.blobs;

import java.util.List;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.SubjectVault;
import org.image2ai.kit.Vault;
import org.image2ai.kit.privacy.Admission;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The vault of one bundle. What it sealed says by which key, so that a destroyed one is told from a damaged text. */
@Component(service = SubjectVault.class, scope = ServiceScope.BUNDLE)
public final class BundleVault implements SubjectVault {
    private static final String SEALED = "sealed:1:";
    private static final int ID = 2 * DataKey.ID_BYTES;

    private final KeyStore keys;
    private final String root;

    @Activate
    public BundleVault(@Reference KeyStore keys, ComponentContext context) {
        this(keys, admitted(context.getUsingBundle()));
    }

    /** @throws PlatformException DENIED {@code not_admitted} for somebody else's bundle that declares nothing */
    private static String admitted(Bundle bundle) {
        Admission.require(bundle);
        return bundle.getSymbolicName();
    }

    BundleVault(KeyStore keys, String symbolicName) {
        this.keys = keys;
        this.root = BundleBlobs.rootOf(symbolicName);
    }

    @Override
    public String seal(AccountId subject, String holding, String text) {
        DataKey key = keys.forSealing(subject, name(holding));
        return SEALED + key.id() + new Vault(key.ofWords()).seal(text, owner(subject, holding));
    }

    @Override
    public String open(AccountId subject, String holding, String sealed) {
        return find(subject, holding, sealed)
                .orElseThrow(() -> PlatformException.gone(
                        "text_shredded", "The key of this text was destroyed, or is not in this key store."));
    }

    @Override
    public Optional<String> find(AccountId subject, String holding, String sealed) {
        if (!sealed.startsWith(SEALED)) {
            return Optional.of(sealed);
        }
        return keys.find(subject, name(holding))
                .filter(key -> sealed.startsWith(key.id(), SEALED.length()))
                .map(key -> opened(key, subject, holding, sealed));
    }

    private String opened(DataKey key, AccountId subject, String holding, String sealed) {
        try {
            return new Vault(key.ofWords()).openText(sealed.substring(SEALED.length() + ID), owner(subject, holding));
        } catch (PlatformException e) {
            throw PlatformException.internal(
                    "text_unreadable", "A text of " + owner(subject, holding) + " is not as it was sealed.", e);
        }
    }

    @Override
    public boolean destroy(AccountId subject, String holding) {
        return keys.destroy(subject, List.of(name(holding))) > 0;
    }

    private String owner(AccountId subject, String holding) {
        return subject + "/" + name(holding);
    }

    private String name(String holding) {
        return ObjectKey.of(root, holding).value();
    }
}
