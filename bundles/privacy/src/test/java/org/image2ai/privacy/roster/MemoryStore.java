package org.image2ai.privacy.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.ObjectStore;
import org.image2ai.api.storage.StoredObject;

/** Objects in memory. */
final class MemoryStore implements ObjectStore {
    private final TreeMap<String, byte[]> objects = new TreeMap<>();

    @Override
    public StoredObject put(ObjectKey key, InputStream content, long maxBytes) {
        try {
            objects.put(key.value(), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stored(key.value());
    }

    private StoredObject stored(String key) {
        return new StoredObject(new ObjectKey(key), objects.get(key).length, "", Instant.EPOCH);
    }

    @Override
    public InputStream get(ObjectKey key, long offset, long length) {
        return new ByteArrayInputStream(objects.get(key.value()));
    }

    @Override
    public Optional<StoredObject> stat(ObjectKey key) {
        return Optional.ofNullable(objects.get(key.value())).map(bytes -> stored(key.value()));
    }

    @Override
    public boolean delete(ObjectKey key) {
        return objects.remove(key.value()) != null;
    }

    @Override
    public Page<StoredObject> list(String prefix, PageRequest page) {
        List<String> keys = objects.tailMap(page.cursor().orElse(""), false).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .limit(2)
                .toList();
        boolean more = keys.size() == 2;
        return new Page<>(
                keys.stream().limit(1).map(this::stored).toList(), more ? Optional.of(keys.get(0)) : Optional.empty());
    }
}
