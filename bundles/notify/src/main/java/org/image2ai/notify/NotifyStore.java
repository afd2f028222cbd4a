package org.image2ai.notify;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.privacy.ErasureFence;
import org.image2ai.api.privacy.LegalFreeze;
import org.image2ai.api.storage.SubjectVault;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;
import org.image2ai.kit.privacy.Frozen;
import org.image2ai.kit.privacy.LiveFence;
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
    private final Store store;
    private final Transactions transactions;
    private final NotifyWords words;
    private final ErasureFence fence;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile LegalFreeze freeze;

    @Activate
    public NotifyStore(
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=notify)") JpaTemplate template,
            @Reference Transactions transactions,
            @Reference SubjectVault vault,
            @Reference LiveFence fence) {
        this.fence = fence;
        schema.migrate(NotifyStore.class);
        this.store = new Store(template);
        this.transactions = transactions;
        this.words = new NotifyWords(vault);
    }

    Store store() {
        return store;
    }

    /** Accounts of which nothing is forgotten; empty while nobody knows. */
    Optional<List<String>> frozen() {
        return Frozen.accounts(freeze);
    }

    /** What must not be written of whom; while no bundle fences anybody, all may. */
    ErasureFence fence() {
        return fence;
    }

    NotifyWords words() {
        return words;
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
