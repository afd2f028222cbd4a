package org.image2ai.privacy.export;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** The death of the process before or after its so-manieth call outside; after it nothing works until it is revived. */
final class Mortality {
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int last = Integer.MAX_VALUE;
    private volatile boolean afterwards;

    /** What every attempt to store fails with, where that is set. */
    volatile RuntimeException full;

    /** It came. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Counts from here, and dies at a call: instead of it, or when it is done and nobody knows. */
    void die(int call, boolean done) {
        calls.set(0);
        last = call;
        afterwards = done;
    }

    void revive() {
        last = Integer.MAX_VALUE;
    }

    <T> T over(Class<T> type, T mortal) {
        return type.cast(Proxy.newProxyInstance(
                Mortality.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    if (full != null && method.getName().equals("put")) {
                        throw full;
                    }
                    int call = calls.incrementAndGet();
                    if (call > last || call == last && !afterwards) {
                        throw new Death();
                    }
                    Object result = invoke(() -> method.invoke(mortal, args));
                    if (call == last) {
                        throw new Death();
                    }
                    return result;
                }));
    }

    private interface Call {
        Object make() throws ReflectiveOperationException;
    }

    private static Object invoke(Call call) throws Throwable {
        try {
            return call.make();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
