package org.image2ai.kit.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.image2ai.api.PlatformException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link Schema} with Liquibase. One concern migrates at a time: Liquibase finds its own parts through the thread's
 * class loader and keeps state that concurrent runs in one process would share.
 */
@Component
public final class LiquibaseSchema implements Schema {
    private static final Logger LOG = LoggerFactory.getLogger(LiquibaseSchema.class);
    private static final Object ONE_AT_A_TIME = new Object();

    private final DataSource dataSource;

    @Activate
    public LiquibaseSchema(@Reference(target = "(osgi.jndi.service.name=image2ai)") DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void migrate(Class<?> owner) {
        String changeLog = owner.getPackageName().replace('.', '/') + "/schema/changelog.sql";
        try {
            synchronized (ONE_AT_A_TIME) {
                AppliedFiles applied = new AppliedFiles(owner.getClassLoader(), changeLog);
                if (!isDone(applied)) {
                    apply(owner, changeLog);
                    keep(applied);
                }
            }
        } catch (Exception e) {
            throw PlatformException.internal("schema_failed", "The schema " + changeLog + " could not be applied.", e);
        }
        LOG.debug("Schema {} is up to date.", changeLog);
    }

    private boolean isDone(AppliedFiles applied) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return applied.has(connection);
        }
    }

    private void keep(AppliedFiles applied) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            applied.keep(connection);
        }
    }

    private void apply(Class<?> owner, String changeLog) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Liquibase.class.getClassLoader());
        try {
            Map<String, Object> quiet = Map.of(Scope.Attr.ui.name(), new LoggerUIService());
            Scope.child(quiet, () -> update(owner, changeLog));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void update(Class<?> owner, String changeLog) throws SQLException, LiquibaseException {
        try (Connection connection = dataSource.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase =
                    new Liquibase(changeLog, new ClassLoaderResourceAccessor(owner.getClassLoader()), database)) {
                liquibase.update("");
            }
        }
    }
}
