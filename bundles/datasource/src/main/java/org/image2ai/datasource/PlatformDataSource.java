package org.image2ai.datasource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.apache.openjpa.ee.OSGiManagedRuntime;
import org.h2.jdbcx.JdbcDataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the configured database and registers it as the {@code image2ai} data source while the component lives. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.image2ai.datasource")
@Designate(ocd = DataSourceConfig.class)
public final class PlatformDataSource {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformDataSource.class);
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final long TRY_AGAIN_MILLIS = 1_000;

    private final DataSourceConfig config;
    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final DataSource database;
    private final DatabaseFile file = DatabaseFile.usual();
    private final Optional<GroupFlush> flush;
    private final Thread opening;
    private volatile boolean closed;
    private Optional<JtaDataSource> opened = Optional.empty();
    private Optional<ServiceRegistration<DataSource>> registration = Optional.empty();

    @Activate
    public PlatformDataSource(
            BundleContext bundle,
            @Reference TransactionManager manager,
            @Reference TransactionSynchronizationRegistry registry,
            DataSourceConfig config) {
        this.config = config;
        this.manager = manager;
        this.registry = registry;
        DataSource driver = driver();
        if (config.url().isEmpty()) {
            WriteGate gate = new WriteGate();
            database = new GatedDatabase(gate).of(driver);
            flush = Optional.of(new GroupFlush(driver::getConnection, gate));
        } else {
            database = driver;
            flush = Optional.empty();
        }
        opening = new Thread(() -> open(bundle), "datasource-opening");
        opening.start();
    }

    /**
     * Everybody who keeps state waits for the data source. OpenJPA listens for the transaction manager by itself and
     * may hear of it after us; who came before that would fail. The database opens while the bundles start, but they are
     * told once all have: those that begin on two threads at once would wait for each other.
     */
    private void open(BundleContext bundle) {
        try {
            if (flush.isPresent()) {
                file.purge(database);
            }
            while (!closed && opened.isEmpty()) {
                opened = pool().map(pool -> new JtaDataSource(
                        pool, flush.<Durability>map(f -> f).orElse(Durability.AT_COMMIT), manager, registry));
            }
            while (!closed && (!allStarted(bundle) || !openJpaHas(manager))) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            if (!closed) {
                registration = Optional.of(bundle.registerService(DataSource.class, opened.orElseThrow(), names()));
            }
        } catch (InterruptedException | IllegalStateException e) {
            LOG.debug("The data source is not wanted any more.", e);
        }
    }

    /** A pool, or nothing yet: a database that is away at our start is no reason to stay away ourselves. */
    private Optional<HikariDataSource> pool() throws InterruptedException {
        try (Connection first = flush.isPresent() ? database.getConnection() : null) {
            if (first != null) {
                RecoveredCommits.end(first.unwrap(Connection.class));
            }
            return Optional.of(pool(database, config));
        } catch (SQLException | HikariPool.PoolInitializationException e) {
            LOG.warn("The database cannot be opened; it is tried again.", e);
            Thread.sleep(TRY_AGAIN_MILLIS);
            return Optional.empty();
        }
    }

    private static boolean allStarted(BundleContext bundle) {
        FrameworkStartLevel level =
                bundle.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
        return level.getStartLevel() > level.getInitialBundleStartLevel();
    }

    private static boolean openJpaHas(TransactionManager manager) {
        try {
            return new OSGiManagedRuntime().getTransactionManager() == manager;
        } catch (Exception e) {
            return false;
        }
    }

    @Deactivate
    void close() throws InterruptedException, SQLException {
        // Not by an interrupt: while H2 opens its file that would close it.
        closed = true;
        opening.join();
        registration.ifPresent(ServiceRegistration::unregister);
        opened.ifPresent(JtaDataSource::close);
        if (flush.isPresent()) {
            file.close(database, flush.get());
        }
    }

    private static Dictionary<String, Object> names() {
        Dictionary<String, Object> names = new Hashtable<>();
        names.put("osgi.jndi.service.name", "image2ai");
        names.put("dataSourceName", "image2ai");
        return names;
    }

    private static HikariDataSource pool(DataSource database, DataSourceConfig config) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("image2ai");
        pool.setDataSource(database);
        pool.setMaximumPoolSize(config.poolSize());
        pool.setMinimumIdle(Math.min(4, config.poolSize()));
        pool.setConnectionTimeout(TimeUnit.SECONDS.toMillis(config.waitSeconds()));
        return new HikariDataSource(pool);
    }

    private DataSource driver() {
        if (config.url().startsWith("jdbc:postgresql:")) {
            PGSimpleDataSource postgres = new PGSimpleDataSource();
            postgres.setUrl(config.url());
            postgres.setUser(config.user());
            postgres.setPassword(config.password());
            return postgres;
        }
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(config.url().isEmpty() ? builtIn() : config.url());
        h2.setUser(config.user());
        h2.setPassword(config.password());
        return h2;
    }

    /**
     * H2 writes by itself only now and then, for {@link GroupFlush} sees to it that no acknowledged commit is lost when
     * the process is killed. The cache saves it from parsing the same statements again and again.
     */
    private String builtIn() {
        return file.url() + ";WRITE_DELAY=500;QUERY_CACHE_SIZE=256";
    }
}
