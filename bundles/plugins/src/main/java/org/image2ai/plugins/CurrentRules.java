package org.image2ai.plugins;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.image2ai.api.PlatformException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The last rules that were valid. */
@Component(service = CurrentRules.class)
public final class CurrentRules implements Supplier<Rules> {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch known = new CountDownLatch(1);
    private volatile Rules rules;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bind(Settings settings) {
        rules = settings.rules();
        known.countDown();
    }

    /** While a configuration changes there is none for a moment; the rules stay. */
    void unbind(Settings settings) {}

    /** @throws PlatformException CONFLICT {@code plugins_not_configured}: without rules nothing is trusted */
    @Override
    public Rules get() {
        try {
            if (known.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return rules;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw PlatformException.conflict(
                "plugins_not_configured", "etc/org.image2ai.plugins.cfg is not valid: the log says where.");
    }
}
