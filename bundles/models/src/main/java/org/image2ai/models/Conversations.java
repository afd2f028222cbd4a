package org.image2ai.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.image2ai.api.AccountId;
import org.image2ai.api.model.RouteRequest;

/** Which model served which conversation; those that were silent longest are forgotten. */
final class Conversations {
    private static final int MOST = 10_000;

    private record Key(AccountId account, String conversation) {}

    private final Map<Key, String> models = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean served(RouteRequest request, String model) {
        return request.routing()
                .conversation()
                .filter(name ->
                        model.equals(models.get(new Key(request.context().account(), name))))
                .isPresent();
    }

    synchronized void remember(RouteRequest request, String model) {
        request.routing()
                .conversation()
                .ifPresent(name -> models.put(new Key(request.context().account(), name), model));
    }
}
