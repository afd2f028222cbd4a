package org.image2ai.egress;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.image2ai.api.egress.Egress;

/** The real way out of an account at a server of this machine, for the tests of vendors' bundles. */
public final class TestEgress implements AutoCloseable {
    private final HttpExchanges exchanges =
            new HttpExchanges(new Measures(), TestConfig.hosts("*"), host -> InetAddress.getAllByName(host));
    private final Egress egress;

    private TestEgress(AccountWay way) {
        egress = new Outlet(exchanges, way);
    }

    /** A way to one base URL, at an inner address too, and to declared hosts. */
    public static TestEgress to(URI baseUrl, String... declared) {
        Rules rules = new Rules("*", "", "80, 443, 1024-65535");
        return new TestEgress(new AccountWay("test", rules, List.of(declared), Target.of(baseUrl), true));
    }

    /** The way. */
    public Egress egress() {
        return egress;
    }

    @Override
    public void close() {
        exchanges.close();
    }
}
