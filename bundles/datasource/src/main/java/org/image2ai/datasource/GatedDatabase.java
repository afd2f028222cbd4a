package org.image2ai.datasource;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A database whose changes, and the ends of whose transactions, go through a {@link WriteGate}; queries do not. */
final class GatedDatabase {
    private static final Set<String> ENDS = Set.of("commit", "rollback", "setAutoCommit", "close");

    private final WriteGate gate;

    GatedDatabase(WriteGate gate) {
        this.gate = gate;
    }

    DataSource of(DataSource database) {
        return proxy(DataSource.class, (proxy, method, args) -> {
            Object result = call(database, method, args);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        AtomicBoolean commitsItself = new AtomicBoolean(true);
        return proxy(Connection.class, (proxy, method, args) -> {
            if (ENDS.contains(method.getName())) {
                if (method.getName().equals("setAutoCommit")) {
                    commitsItself.set((boolean) args[0]);
                }
                return through(false, connection, method, args);
            }
            Object result = call(connection, method, args);
            return result instanceof Statement statement && !isQuery(args)
                    ? statement(statement, commitsItself)
                    : result;
        });
    }

    /** A query that locks what it reads is a change. */
    private static boolean isQuery(Object[] args) {
        if (args == null || !(args[0] instanceof String sql)) {
            return false;
        }
        String start = sql.regionMatches(true, 0, "SELECT ", 0, "SELECT ".length()) ? sql : "";
        return !start.isEmpty() && !start.toUpperCase(Locale.ROOT).contains(" FOR UPDATE");
    }

    private Statement statement(Statement statement, AtomicBoolean commitsItself) {
        InvocationHandler handler = (proxy, method, args) -> method.getName().startsWith("execute")
                ? through(!commitsItself.get(), statement, method, args)
                : call(statement, method, args);
        if (statement instanceof CallableStatement) {
            return proxy(CallableStatement.class, handler);
        }
        return statement instanceof PreparedStatement
                ? proxy(PreparedStatement.class, handler)
                : proxy(Statement.class, handler);
    }

    private Object through(boolean mayWait, Object target, Method method, Object[] args) throws Throwable {
        gate.enter(mayWait);
        try {
            return call(target, method, args);
        } finally {
            gate.leave();
        }
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(GatedDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
