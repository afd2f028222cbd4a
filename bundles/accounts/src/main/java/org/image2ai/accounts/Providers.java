package org.image2ai.accounts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.image2ai.api.PlatformException;
import org.image2ai.api.identity.IdentityProvider;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The sign-in providers that are live. */
@Component(service = Providers.class)
public final class Providers {
    private static final String ID = "image2ai.identity.id";
    private static final String LABEL = "image2ai.identity.label";

    private final Map<String, Live> live = new ConcurrentHashMap<>();

    /** A provider and what people call it. */
    private record Live(IdentityProvider provider, String label) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(IdentityProvider provider, Map<String, Object> properties) {
        if (properties.get(ID) instanceof String id && id.matches("[a-z0-9-]{1,64}")) {
            Object label = properties.get(LABEL);
            live.put(id, new Live(provider, label instanceof String text ? text : id));
        }
    }

    void unbind(IdentityProvider provider) {
        live.values().removeIf(known -> known.provider() == provider);
    }

    /** Labels by id. */
    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        live.forEach((id, known) -> labels.put(id, known.label()));
        return labels;
    }

    IdentityProvider get(String id) {
        return Optional.ofNullable(live.get(id))
                .map(Live::provider)
                .orElseThrow(() -> PlatformException.notFound("sign_in_provider", id));
    }
}
