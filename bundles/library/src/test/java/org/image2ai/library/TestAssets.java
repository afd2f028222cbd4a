package org.image2ai.library;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.h2.tools.RunScript;
import org.image2ai.kit.jpa.Transactions;

/** The rows of assets in a database in memory, with the real schema and the real queries. */
final class TestAssets implements JpaTemplate, AutoCloseable {
    /** Transactions of one call each. */
    static final Transactions TRANSACTIONS = new Transactions() {
        @Override
        public <T> T required(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T requiresNew(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    };

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final EntityManagerFactory factory =
            Persistence.createEntityManagerFactory("library-test", Map.of("javax.persistence.jdbc.url", url));

    Assets open() {
        return new Assets(this::migrate, this);
    }

    private void migrate(Class<?> owner) {
        try (Connection connection = DriverManager.getConnection(url);
                Reader sql = new InputStreamReader(
                        owner.getResourceAsStream("schema/changelog.sql"), StandardCharsets.UTF_8)) {
            RunScript.execute(connection, sql);
        } catch (Exception e) {
            throw new IllegalStateException("the schema does not run", e);
        }
    }

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> work) {
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        try {
            R result = work.apply(em);
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    @Override
    public <R> R txExpr(EmFunction<R> work) {
        return txExpr(TransactionType.Required, work);
    }

    @Override
    public void tx(TransactionType type, EmConsumer work) {
        txExpr(type, em -> {
            work.accept(em);
            return true;
        });
    }

    @Override
    public void tx(EmConsumer work) {
        tx(TransactionType.Required, work);
    }

    @Override
    public void close() {
        factory.close();
    }
}
