package org.image2ai.privacy.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables of policies, notices and published recipients. */
@Component(service = PolicyRows.class)
public final class PolicyRows {
    private final Store store;
    private final Transactions transactions;

    @Activate
    public PolicyRows(
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=privacy)") JpaTemplate jpa,
            @Reference Transactions transactions) {
        schema.migrate(PolicyRows.class);
        this.store = new Store(jpa);
        this.transactions = transactions;
    }

    Store store() {
        return store;
    }

    Transactions transactions() {
        return transactions;
    }

    /** Every version, those that hold first first. */
    List<PolicyVersion> policies() {
        return store.read(em -> em.createNamedQuery("policy.all", PolicyEntity.class).getResultList().stream()
                .map(PolicyEntity::toRecord)
                .toList());
    }

    /** The texts of a version by language, as they were written. */
    Map<String, String> texts(String version) {
        Map<String, String> texts = new LinkedHashMap<>();
        store.read(em -> em.createNamedQuery("policyText.ofVersion", PolicyTextEntity.class)
                        .setParameter("version", version)
                        .getResultList())
                .forEach(row -> texts.put(row.language(), row.body()));
        return texts;
    }

    void add(PolicyVersion policy, Map<String, String> texts, boolean tell) {
        store.run(em -> {
            em.persist(PolicyEntity.from(policy));
            texts.forEach((language, body) -> em.persist(PolicyTextEntity.of(policy.version(), language, body)));
            if (tell) {
                em.persist(NoticeEntity.of(policy.version()));
            }
            em.flush();
        });
    }
}
