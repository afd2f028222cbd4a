package org.image2ai.notify;

import java.time.Instant;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.kit.Vault;
import org.image2ai.kit.jpa.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The account-level secrets; each is made when it is first asked for. */
@Component(service = SigningSecrets.class)
public final class SigningSecrets {
    private final Store store;
    private final NotifyStore unit;
    private final Vault vault;

    @Activate
    public SigningSecrets(@Reference NotifyStore unit, @Reference Settings settings) {
        this.unit = unit;
        this.store = unit.store();
        this.vault = settings.vault();
    }

    /** The secret of an account. On several servers two may make it at once: one row stays, and both give that. */
    synchronized String of(String account) {
        Optional<String> there = find(account);
        if (there.isPresent()) {
            return there.get();
        }
        String secret = Signatures.newSecret();
        try {
            store.run(em -> {
                unit.fence().requireOpen(new AccountId(account));
                em.persist(SigningSecretEntity.of(account, vault.seal(secret, account), Instant.now()));
            });
            return secret;
        } catch (RuntimeException e) {
            return find(account).orElseThrow(() -> e);
        }
    }

    private Optional<String> find(String account) {
        return store.read(em -> Optional.ofNullable(em.find(SigningSecretEntity.class, account))
                .map(row -> vault.openText(row.sealed(), account)));
    }

    Optional<Instant> since(String account) {
        return store.read(em ->
                Optional.ofNullable(em.find(SigningSecretEntity.class, account)).map(SigningSecretEntity::created));
    }

    boolean remove(String account) {
        return store.write(em -> {
            SigningSecretEntity row = em.find(SigningSecretEntity.class, account);
            if (row != null) {
                em.remove(row);
            }
            return row != null;
        });
    }
}
