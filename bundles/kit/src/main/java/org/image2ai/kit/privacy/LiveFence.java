package org.image2ai.kit.privacy;

import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.ErasureFence;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The fence that is there now, for those who write something of people: it may come and go while they work. Whoever is
 * being erased is kept no more; while no bundle fences anybody, nobody is.
 */
@Component(service = LiveFence.class)
public final class LiveFence implements ErasureFence {
    private static final ErasureFence NOBODY = account -> false;

    private volatile ErasureFence live = NOBODY;

    /** Asks this one from now on. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bind(ErasureFence fence) {
        live = fence;
    }

    /** Asks this one no more; nothing where another has come already. */
    public void unbind(ErasureFence fence) {
        if (live == fence) {
            live = NOBODY;
        }
    }

    @Override
    public boolean isClosed(AccountId account) {
        return live.isClosed(account);
    }
}
