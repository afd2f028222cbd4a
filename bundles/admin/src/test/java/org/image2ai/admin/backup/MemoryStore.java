package org.image2ai.admin.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.ObjectStore;
import org.image2ai.api.storage.StoredObject;

/** An object store of a test; it loses an object at the moment when it is asked for it, if it is told to. */
final class MemoryStore implements ObjectStore {
    final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    String losing = "";

    @Override
    public StoredObject put(ObjectKey key, InputStream content, long maxBytes) {
        try {
            objects.put(key.value(), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stat(key).orElseThrow();
    }

    @Override
    public InputStream get(ObjectKey key, long offset, long length) {
        if (key.value().equals(losing)) {
            objects.remove(losing);
        }
        byte[] content = objects.get(key.value());
        if (content == null) {
            throw PlatformException.notFound("object", key.value());
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public Optional<StoredObject> stat(ObjectKey key) {
        return Optional.ofNullable(objects.get(key.value()))
                .map(content -> new StoredObject(key, content.length, "", Instant.EPOCH));
    }

    @Override
    public boolean delete(ObjectKey key) {
        return objects.remove(key.value()) != null;
    }

    @Override
    public Page<StoredObject> list(String prefix, PageRequest page) {
        List<StoredObject> found = objects.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .filter(key -> key.compareTo(page.cursor().orElse("")) > 0)
                .limit(page.limit() + 1L)
                .map(key -> stat(new ObjectKey(key)).orElseThrow())
                .toList();
        return found.size() <= page.limit()
                ? new Page<>(found, Optional.empty())
                : new Page<>(
                        found.subList(0, page.limit()),
                        Optional.of(found.get(page.limit() - 1).key().value()));
    }
}
