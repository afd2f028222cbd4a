package org.image2ai.blobs;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.ObjectStore;
import org.image2ai.api.storage.StoredObject;

/** An object store in memory. */
final class MemoryStore implements ObjectStore {
    final Map<String, byte[]> objects = new TreeMap<>();
    long free = 100;
    long given;

    @Override
    public StoredObject put(ObjectKey key, InputStream content, long maxBytes) {
        try {
            byte[] bytes = content.readAllBytes();
            if (bytes.length > maxBytes) {
                throw PlatformException.invalid("object_too_large", "too large");
            }
            objects.put(key.value(), bytes);
            return new StoredObject(key, bytes.length, "", Instant.EPOCH);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public InputStream get(ObjectKey key, long offset, long length) {
        byte[] bytes = objects.get(key.value());
        if (bytes == null) {
            throw PlatformException.notFound("object", key.value());
        }
        int from = (int) Math.min(offset, bytes.length);
        return new ByteArrayInputStream(bytes, from, (int) Math.min(length, bytes.length)) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                int n = super.read(b, off, len);
                given += Math.max(0, n);
                return n;
            }
        };
    }

    @Override
    public Optional<StoredObject> stat(ObjectKey key) {
        return Optional.ofNullable(objects.get(key.value()))
                .map(b -> new StoredObject(key, b.length, "", Instant.EPOCH));
    }

    @Override
    public boolean delete(ObjectKey key) {
        return objects.remove(key.value()) != null;
    }

    @Override
    public Page<StoredObject> list(String prefix, PageRequest page) {
        return new Page<>(
                objects.keySet().stream()
                        .filter(k -> k.startsWith(prefix))
                        .map(k -> new StoredObject(new ObjectKey(k), objects.get(k).length, "", Instant.EPOCH))
                        .toList(),
                Optional.empty());
    }

    @Override
    public long freeBytes() {
        return free;
    }
}
