package org.image2ai.tck.jpa;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.apache.openjpa.persistence.OpenJPAPersistence;
import org.image2ai.kit.jpa.Transactions;

/**
 * A persistence unit on H2 in memory, with the real schema and the real queries. A call joins the transaction of its
 * thread or makes its own, as on the server.
 */
public final class TestUnit implements JpaTemplate, Transactions, AutoCloseable {
    private final String url;
    private final EntityManagerFactory factory;
    private final ThreadLocal<Current> current = new ThreadLocal<>();

    private record Current(EntityManager em, List<Runnable> afterCommit) {}

    /** A unit of the test's {@code META-INF/persistence.xml}. */
    public TestUnit(String name) {
        this(name, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000", "org.h2.Driver");
    }

    /** The same on another database, which is empty. */
    public TestUnit(String name, String url, String driver) {
        this.url = url;
        // As in the units of the server: see docs/decisions/0010.
        Map<String, String> properties = Map.of(
                "javax.persistence.jdbc.url", url,
                "javax.persistence.jdbc.driver", driver,
                "openjpa.jdbc.QuerySQLCache", "false");
        factory = Persistence.createEntityManagerFactory(name, properties);
    }

    /** Runs the change log of a concern; to be given as its {@code Schema}. */
    public void migrate(Class<?> owner) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                Reader sql = new InputStreamReader(
                        owner.getResourceAsStream("schema/changelog.sql"), StandardCharsets.UTF_8)) {
            StringWriter all = new StringWriter();
            sql.transferTo(all);
            statement.execute(all.toString());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the schema does not run", e);
        }
    }

    /** A connection of its own, which sees what was committed. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** All that the database holds, as a script: what is not in it is in no row. */
    public String dump() {
        StringBuilder all = new StringBuilder();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("SCRIPT")) {
            while (lines.next()) {
                all.append(lines.getString(1)).append('\n');
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell", e);
        }
        return all.toString();
    }

    /** The data source of the unit: inside a transaction its one connection. */
    public DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                TestUnit.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    Current transaction = current.get();
                    return transaction == null ? connection() : transaction.em().unwrap(Connection.class);
                });
    }

    @Override
    public <R> R required(Supplier<R> work) {
        return current.get() == null ? own(work) : work.get();
    }

    @Override
    public <R> R requiresNew(Supplier<R> work) {
        Current outer = current.get();
        try {
            return own(work);
        } finally {
            current.set(outer);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        if (current.get() == null) {
            action.run();
        } else {
            current.get().afterCommit().add(action);
        }
    }

    private <R> R own(Supplier<R> work) {
        EntityManager em = factory.createEntityManager();
        Current mine = new Current(em, new ArrayList<>());
        current.set(mine);
        em.getTransaction().begin();
        R result;
        try {
            OpenJPAPersistence.cast(em).beginStore();
            result = work.get();
            em.getTransaction().commit();
        } finally {
            current.remove();
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
        mine.afterCommit().forEach(Runnable::run);
        return result;
    }

    @Override
    public <R> R txExpr(TransactionType type, EmFunction<R> work) {
        return required(() -> work.apply(current.get().em()));
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
