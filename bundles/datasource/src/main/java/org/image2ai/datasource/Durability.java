package org.image2ai.datasource;

import java.sql.SQLException;

/** When a commit may be told of. */
@FunctionalInterface
interface Durability {
    /** The database keeps what it has committed, without more ado. */
    Durability AT_COMMIT = () -> {};

    /** Returns once all that is committed now outlives the process. @throws SQLException when it may not */
    void await() throws SQLException;
}
