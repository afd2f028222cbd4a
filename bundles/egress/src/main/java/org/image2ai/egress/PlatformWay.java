package org.image2ai.egress;

import java.net.InetAddress;

/**
 * Where a bundle of the platform may go: wherever the server's rules allow.
 *
 * @param name the symbolic name of the bundle
 * @param rules of the server
 */
record PlatformWay(String name, Rules rules) implements Way {
    @Override
    public void check(Target target) {
        rules.check(target);
    }

    @Override
    public boolean allows(String host, int port, InetAddress address) {
        return rules.allows(host, port, address);
    }

    @Override
    public boolean isPatient() {
        return false;
    }
}
