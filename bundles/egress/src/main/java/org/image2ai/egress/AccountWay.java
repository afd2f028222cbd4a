package org.image2ai.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/**
 * Where one account at a vendor may go: to the hosts that its bundle declares, as far as the server's rules have them,
 * and to the one that its operator wrote down.
 *
 * @param name the PID of the account
 * @param rules of the server
 * @param declared the hosts that the bundle declares
 * @param base the operator's own; {@code null} where the account has none
 * @param inner whether that may be an inner address
 */
record AccountWay(String name, Rules rules, List<String> declared, Target base, boolean inner) implements Way {
    /** The detail of a refusal that names the host. */
    static final String UNDECLARED = "undeclaredHost";

    @Override
    public void check(Target target) {
        if (isBase(target.host(), target.port())) {
            return;
        }
        if (declared.stream().noneMatch(host -> Rules.matches(host, target.host()))) {
            throw Rules.refused("The host " + target.host() + " is not one that " + name + " declares.")
                    .withDetails(Map.of(UNDECLARED, target.host()));
        }
        rules.check(target);
    }

    @Override
    public boolean allows(String host, int port, InetAddress address) {
        return Addresses.isPublic(address) || inner && isBase(Target.plain(host), port);
    }

    @Override
    public boolean isPatient() {
        return true;
    }

    private boolean isBase(String host, int port) {
        return base != null && base.host().equals(host) && base.port() == port;
    }
}
