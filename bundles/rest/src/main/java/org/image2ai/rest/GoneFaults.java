package org.image2ai.rest;

import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;

/** Keeps out of the log what fails in Jetty because the client left; CXF warns of everything else. */
final class GoneFaults implements FaultListener {
    @Override
    public boolean faultOccurred(Exception exception, String description, Message message) {
        return !isGone(exception);
    }

    /** Whether Jetty itself failed, which it does to whoever reads from or writes to a connection that broke. */
    static boolean isGone(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            StackTraceElement[] trace = t.getStackTrace();
            if (trace.length > 0 && trace[0].getClassName().startsWith("org.eclipse.jetty.")) {
                return true;
            }
        }
        return false;
    }
}
