package org.image2ai.egress;

import java.net.URI;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way out of one bundle, which the log names when a request is refused. */
@Component(service = Egress.class, scope = ServiceScope.BUNDLE)
public final class BundleEgress implements Egress {
    private static final Logger LOG = LoggerFactory.getLogger(BundleEgress.class);

    private final HttpExchanges exchanges;
    private final String bundle;

    @Activate
    public BundleEgress(@Reference HttpExchanges exchanges, ComponentContext context) {
        this(exchanges, context.getUsingBundle().getSymbolicName());
    }

    BundleEgress(HttpExchanges exchanges, String bundle) {
        this.exchanges = exchanges;
        this.bundle = bundle;
    }

    @Override
    public Answer send(EgressRequest request) {
        try {
            return exchanges.send(request);
        } catch (PlatformException e) {
            if (e.code().equals("host_not_allowed")) {
                LOG.info("A request of {} was refused: {}", bundle, e.getMessage());
            }
            throw e;
        }
    }

    @Override
    public void check(URI uri) {
        exchanges.check(uri);
    }
}
