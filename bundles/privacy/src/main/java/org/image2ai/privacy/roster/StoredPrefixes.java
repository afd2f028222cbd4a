package org.image2ai.privacy.roster;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.ObjectStore;
import org.image2ai.api.storage.StoredObject;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The objects in every store that is live, beyond what any bundle sees of them. */
@Component(service = StoredPrefixes.class)
public final class StoredPrefixes {
    private final List<ObjectStore> stores = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addStore(ObjectStore store) {
        stores.add(store);
    }

    void removeStore(ObjectStore store) {
        stores.remove(store);
    }

    /** @throws PlatformException UPSTREAM {@code storage_unavailable} when there is no store to look into */
    private List<ObjectStore> live() {
        if (stores.isEmpty()) {
            throw PlatformException.upstream("storage_unavailable", "No object store is there.", true);
        }
        return stores;
    }

    long count(String prefix) {
        long[] count = {0};
        walk(prefix, key -> {
            count[0]++;
            return true;
        });
        return count[0];
    }

    boolean isEmpty(String prefix) {
        boolean[] empty = {true};
        walk(prefix, key -> empty[0] = false);
        return empty[0];
    }

    /** Goes over keys in ascending order, store by store, while it is told to go on. */
    void walk(String prefix, Predicate<String> each) {
        for (ObjectStore store : live()) {
            Optional<String> cursor = Optional.empty();
            do {
                Page<StoredObject> page = store.list(prefix, new PageRequest(cursor, PageRequest.MAX_LIMIT));
                for (StoredObject object : page.items()) {
                    if (!each.test(object.key().value())) {
                        return;
                    }
                }
                cursor = page.next();
            } while (cursor.isPresent());
        }
    }

    long erase(String prefix) {
        long erased = 0;
        for (ObjectStore store : live()) {
            Page<StoredObject> page = store.list(prefix, PageRequest.first(PageRequest.MAX_LIMIT));
            while (!page.items().isEmpty()) {
                erased += page.items().stream()
                        .filter(object -> store.delete(object.key()))
                        .count();
                page = store.list(prefix, PageRequest.first(PageRequest.MAX_LIMIT));
            }
        }
        return erased;
    }
}
