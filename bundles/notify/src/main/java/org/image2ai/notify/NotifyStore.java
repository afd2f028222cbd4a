package org.image2ai.notify;

import java.util.function.Supplier;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.privacy.ErasureFence;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The persistence unit of this concern, at its present schema. */
@Component(service = NotifyStore.class)
public final class NotifyStore {
    private static final ErasureFence NO_FENCE = account -> false;

    private final Store store;
    private final Transactions transactions;
    private volatile ErasureFence fence = NO_FENCE;

    @Activate
    public NotifyStore(
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=notify)") JpaTemplate template,
            @Reference Transactions transactions) {
        schema.migrate(NotifyStore.class);
        this.store = new Store(template);
        this.transactions = transactions;
    }

    Store store() {
        return store;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindFence(ErasureFence live) {
        fence = live;
    }

    void unbindFence(ErasureFence gone) {
        if (fence == gone) {
            fence = NO_FENCE;
        }
    }

    /** What must not be written of whom; while no bundle fences anybody, all may. */
    ErasureFence fence() {
        return fence;
    }

    /** Does some work in the caller's transaction or one of its own, and something else once it has committed. */
    <T> T then(Supplier<T> work, Runnable afterCommit) {
        return transactions.required(() -> {
            T result = work.get();
            transactions.afterCommit(afterCommit);
            return result;
        });
    }
}
