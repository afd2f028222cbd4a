package org.image2ai.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.ObjectStore;
import org.image2ai.api.storage.StoredObject;
import org.image2ai.kit.privacy.Admission;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The blobs of one bundle: objects under {@code bundle/subject/key}, encrypted under the subject's keys. */
@Component(service = BlobService.class, scope = ServiceScope.BUNDLE)
public final class BundleBlobs implements BlobService {
    private static final String OURS = "org.image2ai.";

    private final Stores stores;
    private final KeyStore keys;
    private final String root;

    @Activate
    public BundleBlobs(@Reference Stores stores, @Reference KeyStore keys, ComponentContext context) {
        this(stores, keys, admitted(context.getUsingBundle()));
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

    BundleBlobs(Stores stores, KeyStore keys, String symbolicName) {
        this.stores = stores;
        this.keys = keys;
        this.root = rootOf(symbolicName);
    }

    /** A bundle of somebody else cannot take the name of one of ours. */
    static String rootOf(String symbolicName) {
        return symbolicName.startsWith(OURS) ? symbolicName.substring(OURS.length()) : "ext." + symbolicName;
    }

    /** The name of the key of a blob: its bundle's root and the folder that it lies in. */
    static String holding(String root, ObjectKey key) {
        String value = key.value();
        int slash = value.indexOf('/');
        return root + "/" + (slash < 0 ? value : value.substring(0, slash));
    }

    @Override
    public BlobWriter write(AccountId subject, ObjectKey key, long maxBytes) {
        stores.forWriting();
        try {
            return new CollectingBlobWriter(cipher(subject, key), maxBytes, (content, plain) -> {
                StoredObject stored = stores.forWriting().put(full(subject, key), content, Long.MAX_VALUE);
                return blob(subject, key, stored, plain);
            });
        } catch (IOException e) {
            throw failed("The blob could not be begun.", e);
        }
    }

    @Override
    public Blob put(AccountId subject, ObjectKey key, InputStream content, long maxBytes) {
        ObjectStore store = stores.forWriting();
        try (SealingInput sealed = new SealingInput(cipher(subject, key), content, maxBytes)) {
            return blob(subject, key, store.put(full(subject, key), sealed, Long.MAX_VALUE), sealed.sealing());
        } catch (IOException e) {
            throw failed("The blob could not be sealed.", e);
        }
    }

    private BlobCipher cipher(AccountId subject, ObjectKey key) {
        return new BlobCipher(keys.forSealing(subject, holding(root, key)), full(subject, key));
    }

    @Override
    public InputStream read(AccountId subject, ObjectKey key) {
        return read(subject, key, 0, Long.MAX_VALUE);
    }

    @Override
    public InputStream read(AccountId subject, ObjectKey key, long offset, long length) {
        ObjectStore store = stores.forReading();
        try {
            return offset == 0 ? whole(store, subject, key, length) : part(store, subject, key, offset, length);
        } catch (PlatformException e) {
            throw e.code().equals("object_not_found") ? PlatformException.notFound("blob", key.value()) : e;
        } catch (IOException e) {
            throw failed("The blob could not be read.", e);
        }
    }

    private InputStream whole(ObjectStore store, AccountId subject, ObjectKey key, long length) throws IOException {
        InputStream in = store.get(full(subject, key), 0, Long.MAX_VALUE);
        try {
            BlobCipher cipher = opening(subject, key, in.readNBytes(BlobCipher.PREFIX));
            return new OpenedBlob(cipher.opening(in), key.value(), length);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Opens the segments that hold the part, and no others. */
    private InputStream part(ObjectStore store, AccountId subject, ObjectKey key, long offset, long length)
            throws IOException {
        ObjectKey full = full(subject, key);
        BlobCipher cipher;
        try (InputStream in = store.get(full, 0, BlobCipher.PREFIX)) {
            cipher = opening(subject, key, in.readNBytes(BlobCipher.PREFIX));
        }
        long atRest = store.stat(full)
                .orElseThrow(() -> PlatformException.notFound("blob", key.value()))
                .bytes();
        try {
            InputStream opened = new PartInput(cipher.opening(new ObjectChannel(store, full, atRest)), offset);
            return new OpenedBlob(opened, key.value(), length);
        } catch (IOException e) {
            throw OpenedBlob.unreadable(key.value(), e);
        }
    }

    private BlobCipher opening(AccountId subject, ObjectKey key, byte[] prefix) {
        String id = BlobCipher.keyId(prefix).orElseThrow(() -> OpenedBlob.unreadable(key.value(), null));
        return keys.find(subject, holding(root, key))
                .filter(found -> found.id().equals(id))
                .map(found -> new BlobCipher(found, full(subject, key)))
                .orElseThrow(() -> PlatformException.gone(
                        "blob_shredded",
                        "The key of the blob " + key + " was destroyed, or is not in this key store."));
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
        return new Blob(
                new AccountId(parts[1]),
                new ObjectKey(parts[2]),
                BlobCipher.plainBytes(object.bytes()),
                "",
                object.modified());
    }

    @Override
    public void requireRoom() {
        stores.forWriting();
    }

    private ObjectKey full(AccountId subject, ObjectKey key) {
        return ObjectKey.of(root, subject.value(), key.value());
    }

    /** A digest that a store knows is that of what it keeps. */
    private static Blob blob(AccountId subject, ObjectKey key, StoredObject object) {
        return new Blob(subject, key, BlobCipher.plainBytes(object.bytes()), "", object.modified());
    }

    private static Blob blob(AccountId subject, ObjectKey key, StoredObject object, SealingOutput plain) {
        return new Blob(subject, key, plain.bytes(), plain.digest(), object.modified());
    }

    static PlatformException failed(String what, IOException e) {
        return PlatformException.upstream("storage_unavailable", what, true).causedBy(e);
    }
}
