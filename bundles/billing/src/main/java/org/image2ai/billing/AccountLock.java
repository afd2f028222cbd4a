package org.image2ai.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import javax.sql.DataSource;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.Micros;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes the changes of one account's credits happen one after the other: whoever has written the account's row holds
 * it until its transaction ends. The row is made at the first need; two who make it at once both go on. JPA would give
 * a transaction up when an insert finds the row there; a savepoint does not.
 */
@Component(service = AccountLock.class)
public final class AccountLock {
    private final DataSource dataSource;

    @Activate
    public AccountLock(@Reference(target = "(osgi.jndi.service.name=image2ai)") DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Locks an account until the current transaction ends. */
    void take(String account) {
        try (Connection connection = dataSource.getConnection()) {
            if (!touch(connection, account)) {
                insert(connection, account);
                touch(connection, account);
            }
        } catch (SQLException e) {
            throw PlatformException.internal("ledger_failed", "An account could not be locked in the ledger.", e);
        }
    }

    private static boolean touch(Connection connection, String account) throws SQLException {
        String sql = "UPDATE bil_account SET touched_at = ? WHERE account_id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, Micros.of(Instant.now()));
            update.setString(2, account);
            return update.executeUpdate() == 1;
        }
    }

    private static void insert(Connection connection, String account) throws SQLException {
        String sql = "INSERT INTO bil_account (account_id, plan_month, posted, touched_at) VALUES (?, '', 0, ?)";
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, account);
            insert.setLong(2, Micros.of(Instant.now()));
            insert.executeUpdate();
        } catch (SQLException e) {
            if (e.getSQLState() == null || !e.getSQLState().startsWith("23")) {
                throw e;
            }
            connection.rollback(before);
        }
    }
}
