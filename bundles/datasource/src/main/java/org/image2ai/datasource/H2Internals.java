package org.image2ai.datasource;

import java.lang.reflect.Method;
import java.sql.SQLException;

/** The way to what H2 does not offer. It exports its store, and none of the classes on the way to it. */
final class H2Internals {
    private H2Internals() {}

    /** What the last of several methods without parameters gives, each asked of what the one before it gave. */
    static Object asked(Object first, String... questions) throws SQLException {
        Object answer = first;
        try {
            for (String question : questions) {
                answer = answer.getClass().getMethod(question).invoke(answer);
            }
            return answer;
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    /** A method that others than H2 may not call. */
    static Method method(Class<?> type, String name, Class<?>... parameters) throws SQLException {
        for (Class<?> one = type; one != Object.class; one = one.getSuperclass()) {
            try {
                Method method = one.getDeclaredMethod(name, parameters);
                method.setAccessible(true);
                return method;
            } catch (NoSuchMethodException e) {
                // It is further up, or nowhere.
            }
        }
        throw unknown(null);
    }

    static SQLException unknown(Exception cause) {
        return new SQLException("This is not the H2 that we know.", cause);
    }
}
