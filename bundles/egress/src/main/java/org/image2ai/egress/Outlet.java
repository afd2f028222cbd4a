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

    Outlet(HttpExchanges exchanges, Way way) {
        this.exchanges = exchanges;
        this.way = way;
    }

    @Override
    public Answer send(EgressRequest request) {
        try {
            return exchanges.send(way, request);
        } catch (PlatformException e) {
            if (e.code().equals("host_not_allowed")) {
                LOG.info("A request of {} was refused: {}", way.name(), e.getMessage());
            }
            throw e;
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
