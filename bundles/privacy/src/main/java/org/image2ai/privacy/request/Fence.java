package org.image2ai.privacy.request;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.ErasureFence;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The fence in memory, over a row and a line in the erasure log: whoever is in either is behind it. */
@Component(service = {ErasureFence.class, Fence.class})
public final class Fence implements ErasureFence {
    private final RequestRows rows;
    private final ErasureLog log;
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Set<AccountId> logged = ConcurrentHashMap.newKeySet();
    private final Map<AccountId, ErasureLog.Entry> forgotten;

    @Activate
    public Fence(@Reference RequestRows rows) {
        this(rows, new ErasureLog(Path.of(System.getProperty("karaf.data", "data"), "privacy", "erasures.log")));
    }

    Fence(RequestRows rows, ErasureLog log) {
        this.rows = rows;
        this.log = log;
        refresh();
        Map<AccountId, ErasureLog.Entry> written = new HashMap<>(log.read());
        logged.addAll(written.keySet());
        written.keySet().removeIf(account -> closed.contains(account.value()));
        forgotten = Map.copyOf(written);
        written.keySet().forEach(account -> closed.add(account.value()));
    }

    /** Takes over what another server on the same database fenced. */
    void refresh() {
        List<String> all = rows.store()
                .read(em -> em.createNamedQuery("fence.all", String.class).getResultList());
        closed.addAll(all);
    }

    /** Erasures of which the database that was found at the start knew nothing: it is older than they are. */
    Map<AccountId, ErasureLog.Entry> forgotten() {
        return forgotten;
    }

    @Override
    public boolean isClosed(AccountId account) {
        return closed.contains(account.value());
    }

    /** From here on nothing of an account is written, whatever happens to this process or its database. */
    void close(AccountId account, String request, Instant now) {
        closed.add(account.value());
        if (!logged.contains(account)) {
            log.append(new ErasureLog.Entry(now, account, request));
            logged.add(account);
        }
        rows.store().run(em -> {
            if (em.find(FenceEntity.class, account.value()) == null) {
                em.persist(FenceEntity.of(account.value(), request, now));
                em.flush();
            }
        });
    }
}
