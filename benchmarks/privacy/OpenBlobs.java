package org.image2ai.blobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.image2ai.api.storage.BlobService;
import org.image2ai.api.storage.ObjectStore;

/** The blob service of the distribution, encrypted, as it is handed to a bundle. */
public final class OpenBlobs {
    private final Stores stores = new Stores("benchmark", 0, Duration.ofSeconds(5));
    private final KeyStore keys;

    public OpenBlobs(ObjectStore store, Path keyFolder) {
        stores.bindStore(store, Map.of("image2ai.store.id", "benchmark"));
        keys = new KeyStore(keyFolder, () -> new byte[32]);
    }

    public BlobService of(String bundle) {
        return new BundleBlobs(stores, keys, bundle);
    }
}
