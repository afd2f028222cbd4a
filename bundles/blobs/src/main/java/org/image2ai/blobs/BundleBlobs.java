package org.image2ai.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.StoredObject;
import org.image2ai.kit.privacy.Admission;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The blobs of one bundle: objects under {@code bundle/subject/key}. */
@Component(service = BlobService.class, scope = ServiceScope.BUNDLE)
public final class BundleBlobs implements BlobService {
    private static final String OURS = "org.image2ai.";

    private final Stores stores;
    private final String root;

    @Activate
    public BundleBlobs(@Reference Stores stores, ComponentContext context) {
        this(stores, admitted(context.getUsingBundle()));
    }

    /** @throws PlatformException DENIED {@code not_admitted} for somebody else's bundle that declares no blobs */
    private static String admitted(Bundle bundle) {
        String name = bundle.getSymbolicName();
        String root = rootOf(name) + "/";
        boolean declared = Admission.require(bundle).stream()
                .flatMap(declaration -> declaration.holdings().stream())
                .flatMap(holding -> holding.location().stream())
                .anyMatch(location -> location.startsWith(root));
        if (!declared && !Admission.isOurs(bundle)) {
            throw PlatformException.denied("not_admitted", name + " declares no holding under " + root + ".");
        }
        return name;
    }

    BundleBlobs(Stores stores, String symbolicName) {
        this.stores = stores;
        this.root = rootOf(symbolicName);
    }

    /** A bundle of somebody else cannot take the name of one of ours. */
    static String rootOf(String symbolicName) {
        return symbolicName.startsWith(OURS) ? symbolicName.substring(OURS.length()) : "ext." + symbolicName;
    }

    @Override
    public BlobWriter write(AccountId subject, ObjectKey key, long maxBytes) {
        stores.forWriting();
        return new CollectingBlobWriter(maxBytes, content -> put(subject, key, content, maxBytes));
    }

    @Override
    public Blob put(AccountId subject, ObjectKey key, InputStream content, long maxBytes) {
        try {
            return blob(subject, key, stores.forWriting().put(full(subject, key), content, maxBytes));
        } catch (PlatformException e) {
            throw e.code().equals("object_too_large") ? CollectingBlobWriter.tooLarge(maxBytes) : e;
        }
    }

    @Override
    public InputStream read(AccountId subject, ObjectKey key) {
        return read(subject, key, 0, Long.MAX_VALUE);
    }

    @Override
    public InputStream read(AccountId subject, ObjectKey key, long offset, long length) {
        return found(key, () -> stores.forReading().get(full(subject, key), offset, length));
    }

    private static <T> T found(ObjectKey key, Supplier<T> read) {
        try {
            return read.get();
        } catch (PlatformException e) {
            throw e.code().equals("object_not_found") ? PlatformException.notFound("blob", key.value()) : e;
        }
    }

    @Override
    public Optional<Blob> stat(AccountId subject, ObjectKey key) {
        return stores.forReading().stat(full(subject, key)).map(object -> blob(subject, key, object));
    }

    @Override
    public boolean delete(AccountId subject, ObjectKey key) {
        return stores.forReading().delete(full(subject, key));
    }

    @Override
    public Page<Blob> list(Optional<AccountId> subject, PageRequest page) {
        String prefix = root + "/" + subject.map(s -> s + "/").orElse("");
        return stores.forReading().list(prefix, page).map(this::listed);
    }

    private Blob listed(StoredObject object) {
        String[] parts = object.key().value().split("/", 3);
        return new Blob(new AccountId(parts[1]), new ObjectKey(parts[2]), object.bytes(), "", object.modified());
    }

    @Override
    public void requireRoom() {
        stores.forWriting();
    }

    private ObjectKey full(AccountId subject, ObjectKey key) {
        return ObjectKey.of(root, subject.value(), key.value());
    }

    private static Blob blob(AccountId subject, ObjectKey key, StoredObject object) {
        return new Blob(subject, key, object.bytes(), object.sha256(), object.modified());
    }

    static PlatformException failed(String what, IOException e) {
        return PlatformException.upstream("storage_unavailable", what, true).causedBy(e);
    }
}
