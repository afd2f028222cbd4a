package org.image2ai.egress;

import java.net.URI;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests on one way. */
final class Outlet implements Egress {
    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

    private final HttpExchanges exchanges;
    private final Way way;
    private final String bundle;

    Outlet(HttpExchanges exchanges, Way way) {
        this(exchanges, way, way.name());
    }

    /** @param bundle symbolic name of who goes it */
    Outlet(HttpExchanges exchanges, Way way, String bundle) {
        this.exchanges = exchanges;
        this.way = way;
        this.bundle = bundle;
    }

    @Override
    public Answer send(EgressRequest request) {
        try {
            return exchanges.send(way, request);
        } catch (PlatformException e) {
            if (e.code().equals("host_not_allowed")) {
                LOG.info("A request of {} was refused: {}", way.name(), e.getMessage());
                tell(request, e);
            }
            throw e;
        }
    }

    private void tell(EgressRequest request, PlatformException refusal) {
        String host = refusal.details().get(AccountWay.UNDECLARED);
        if (host != null) {
            boolean led = !host.equals(Target.of(request.uri()).host());
            exchanges.refusals().tell(bundle, host, led);
        }
    }

    @Override
    public void check(URI uri) {
        exchanges.check(way, uri);
    }

    @Override
    public Egress account(String pid) {
        throw Declaration.refused("This is the way of one account already.");
    }
}
