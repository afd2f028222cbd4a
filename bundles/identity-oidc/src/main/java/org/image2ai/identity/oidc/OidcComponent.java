package org.image2ai.identity.oidc;

import java.time.Clock;
import java.util.Hashtable;
import java.util.Map;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.identity.IdentityProvider;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Offers the provider of one configuration. It registers the service itself: a component's own service would show all
 * of its configuration, the client secret too, to everybody who lists services.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.image2ai.identity.oidc",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = OidcConfig.class, factory = true)
public final class OidcComponent {
    private final ServiceRegistration<IdentityProvider> registration;

    @Activate
    public OidcComponent(BundleContext context, OidcConfig config, @Reference Egress egress) {
        OidcSettings settings = OidcSettings.of(config);
        registration = context.registerService(
                IdentityProvider.class,
                new OidcProvider(settings, egress, Clock.systemUTC()),
                new Hashtable<>(Map.of(
                        "image2ai.identity.id", settings.id(),
                        "image2ai.identity.label", settings.label())));
    }

    @Deactivate
    void withdraw() {
        registration.unregister();
    }
}
