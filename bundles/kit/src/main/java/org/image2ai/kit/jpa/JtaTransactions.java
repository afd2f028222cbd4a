package org.image2ai.kit.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.image2ai.api.PlatformException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Transactions} over the transaction manager of the platform. */
@Component
public final class JtaTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(JtaTransactions.class);

    /** What the data source looks for in a transaction before it commits it: where to leave what would be waited for. */
    private static final String RELAXED = "image2ai.relaxed";

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final Map<Transaction, List<Runnable>> afterCommit = new ConcurrentHashMap<>();

    @Activate
    public JtaTransactions(
            @Reference TransactionManager manager, @Reference TransactionSynchronizationRegistry registry) {
        this.manager = manager;
        this.registry = registry;
    }

    @Override
    public <T> T relaxed(Supplier<T> work) {
        if (active()) {
            return required(work);
        }
        return relaxed(work, new AtomicReference<>());
    }

    @Override
    public <T> T early(Supplier<T> work) {
        if (active()) {
            return required(work);
        }
        AtomicReference<Callable<Void>> written = new AtomicReference<>();
        T result = relaxed(work, written);
        if (written.get() != null) {
            await(written.get());
        }
        return result;
    }

    private <T> T relaxed(Supplier<T> work, AtomicReference<Callable<Void>> written) {
        return own(() -> {
            registry.putResource(RELAXED, written);
            return work.get();
        });
    }

    private static void await(Callable<Void> written) {
        try {
            written.call();
        } catch (Exception e) {
            throw failed(e);
        }
    }

    @Override
    public <T> T required(Supplier<T> work) {
        if (!active()) {
            return own(work);
        }
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            attempt(manager::setRollbackOnly);
            throw e;
        }
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
        try {
            Transaction outer = manager.suspend();
            try {
                return own(work);
            } finally {
                if (outer != null) {
                    manager.resume(outer);
                }
            }
        } catch (SystemException | javax.transaction.InvalidTransactionException e) {
            throw failed(e);
        }
    }

    private <T> T own(Supplier<T> work) {
        List<Runnable> actions = new ArrayList<>();
        T result;
        try {
            manager.begin();
            afterCommit.put(manager.getTransaction(), actions);
        } catch (SystemException | javax.transaction.NotSupportedException e) {
            throw failed(e);
        }
        Transaction mine = current();
        try {
            result = work.get();
        } catch (RuntimeException | Error e) {
            attempt(manager::rollback);
            throw e;
        } finally {
            afterCommit.remove(mine);
        }
        try {
            manager.commit();
        } catch (RollbackException
                | SystemException
                | javax.transaction.HeuristicMixedException
                | javax.transaction.HeuristicRollbackException e) {
            throw failed(e);
        }
        // Only now is the thread free of the transaction and the connection back in its pool.
        actions.forEach(JtaTransactions::quietly);
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        if (!active()) {
            quietly(action);
            return;
        }
        List<Runnable> actions = afterCommit.get(current());
        if (actions == null) {
            throw new IllegalStateException("What follows a commit needs a transaction that was begun here.");
        }
        actions.add(action);
    }

    private Transaction current() {
        try {
            return manager.getTransaction();
        } catch (SystemException e) {
            throw failed(e);
        }
    }

    private boolean active() {
        try {
            int status = manager.getStatus();
            return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
        } catch (SystemException e) {
            throw failed(e);
        }
    }

    private interface Act {
        void run() throws SystemException;
    }

    /** The first failure is the one to tell; a second one, of the clean-up, is only noted. */
    private static void attempt(Act act) {
        try {
            act.run();
        } catch (SystemException | RuntimeException e) {
            LOG.debug("Cleaning up a failed transaction failed too.", e);
        }
    }

    private static void quietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What should follow a commit failed.", e);
        }
    }

    private static PlatformException failed(Exception cause) {
        return PlatformException.internal("transaction_failed", "The transaction could not be completed.", cause);
    }
}
