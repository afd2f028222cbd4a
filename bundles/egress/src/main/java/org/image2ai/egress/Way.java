package org.image2ai.egress;

import java.net.InetAddress;

/** Where one caller may go. Connections are kept apart by way: what one may reach is no way in for another. */
interface Way {
    /** Who goes it, for the log and the measures. */
    String name();

    /** Looks at what can be seen without asking for addresses. @throws PlatformException {@code host_not_allowed} */
    void check(Target target);

    /** Whether a connection may go to an address that a name stands for. */
    boolean allows(String host, int port, InetAddress address);

    /**
     * Whether a silent connection is waited for until the deadline: who draws a picture says nothing for minutes. Others
     * are given up after {@code idleTimeoutMillis}.
     */
    boolean isPatient();
}
