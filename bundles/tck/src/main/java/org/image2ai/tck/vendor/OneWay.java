package org.image2ai.tck.vendor;

import java.net.URI;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;

/** A bundle's way out whose accounts all go the same way. */
record OneWay(Egress way) implements Egress {
    @Override
    public Answer send(EgressRequest request) {
        return way.send(request);
    }

    @Override
    public void check(URI uri) {
        way.check(uri);
    }

    @Override
    public Egress account(String pid) {
        return way;
    }
}
