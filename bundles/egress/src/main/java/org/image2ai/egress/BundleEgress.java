package org.image2ai.egress;

import java.net.URI;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.kit.privacy.Admission;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The way out of one bundle; one that is not admitted has none. */
@Component(service = Egress.class, scope = ServiceScope.BUNDLE)
public final class BundleEgress implements Egress {
    private final HttpExchanges exchanges;
    private final Accounts accounts;
    private final Bundle bundle;
    private final ServiceReference<?> self;
    private final Outlet all;

    @Activate
    public BundleEgress(@Reference HttpExchanges exchanges, @Reference Accounts accounts, ComponentContext context) {
        this.exchanges = exchanges;
        this.accounts = accounts;
        this.bundle = context.getUsingBundle();
        this.self = context.getServiceReference();
        this.all = new Outlet(exchanges, way(bundle, exchanges.rules()), bundle.getSymbolicName());
    }

    /** Somebody else's bundle goes where it declares to go. @throws PlatformException DENIED {@code not_admitted} */
    private static Way way(Bundle bundle, Rules rules) {
        String name = bundle.getSymbolicName();
        return Admission.isOurs(bundle)
                ? new PlatformWay(name, rules)
                : new AccountWay(name, rules, Declaration.hosts(bundle), null, false);
    }

    @Override
    public Answer send(EgressRequest request) {
        return all.send(request);
    }

    @Override
    public void check(URI uri) {
        all.check(uri);
    }

    @Override
    public Egress account(String pid) {
        return new Outlet(exchanges, accounts.way(bundle, pid, exchanges.rules(), self), bundle.getSymbolicName());
    }
}
