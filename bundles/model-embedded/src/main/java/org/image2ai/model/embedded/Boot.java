package org.image2ai.model.embedded;

import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** The start of the whole server, as Karaf sees it. */
final class Boot {
    /** What Karaf registers when all that it starts with is there. Known by name: the bundle runs without Karaf too. */
    private static final String FINISHED = "org.apache.karaf.features.BootFinished";

    private static final long LONGEST_MILLIS = 60_000;

    private Boot() {}

    /** Returns when it is over, or after a minute where nobody says so. */
    static void await(BundleContext context) throws InterruptedException {
        ServiceTracker<Object, Object> finished = new ServiceTracker<>(context, FINISHED, null);
        finished.open();
        try {
            finished.waitForService(LONGEST_MILLIS);
        } finally {
            finished.close();
        }
    }
}
