package org.image2ai.blobs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.ObjectStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** The object stores that are live, and the one that the configuration names. */
@Component(service = Stores.class, configurationPid = "org.image2ai.blobs")
@Designate(ocd = BlobsConfig.class)
public final class Stores {
    private static final long BELIEVED_NANOS = 100_000_000;

    private final String name;
    private final long minFreeBytes;
    private final Duration patience;
    private final Map<ObjectStore, String> live = new HashMap<>();
    private volatile Room room;

    /** What a store said of its room, and for how long one may believe that. */
    private record Room(ObjectStore store, long freeBytes, long until) {}

    @Activate
    public Stores(BlobsConfig config) {
        this(config.store(), config.minFreeBytes(), Duration.ofSeconds(config.waitSeconds()));
    }

    Stores(String name, long minFreeBytes, Duration patience) {
        this.name = name;
        this.minFreeBytes = minFreeBytes;
        this.patience = patience;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindStore(ObjectStore store, Map<String, ?> properties) {
        synchronized (live) {
            live.put(store, String.valueOf(properties.get("image2ai.store.id")));
            live.notifyAll();
        }
    }

    void unbindStore(ObjectStore store) {
        synchronized (live) {
            live.remove(store);
        }
    }

    /** The store to read from; waits a moment for one that is just being replaced. */
    ObjectStore forReading() {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (live) {
            while (!live.containsValue(name)) {
                await(end);
            }
            return live.entrySet().stream()
                    .filter(e -> e.getValue().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }
    }

    private void await(long end) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        try {
            if (left > 0) {
                live.wait(left);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw PlatformException.upstream("storage_unavailable", "The object store " + name + " is not there.", true)
                .retryAfter(Duration.ofSeconds(5));
    }

    /** The store to write to, unless it is nearly full. */
    ObjectStore forWriting() {
        ObjectStore store = forReading();
        long free = freeBytes(store);
        if (free < minFreeBytes) {
            throw PlatformException.exhausted(
                    "storage_full",
                    "The object store " + name + " has " + free + " bytes left; " + minFreeBytes + " must stay free.",
                    true);
        }
        return store;
    }

    /** Asked for at every write, a store would do little else. */
    private long freeBytes(ObjectStore store) {
        Room known = room;
        if (known == null || known.store() != store || known.until() - System.nanoTime() < 0) {
            known = new Room(store, store.freeBytes(), System.nanoTime() + BELIEVED_NANOS);
            room = known;
        }
        return known.freeBytes();
    }
}
