package org.image2ai.kit.vendor;

import org.image2ai.api.model.ImageModelProvider;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * One account in the platform, for as long as its configuration is there. A vendor's component offers no service of
 * its own, since Declarative Services would show the whole configuration, the API key too, to everybody who lists
 * services; it makes one of these when it is activated and closes it when it is deactivated:
 *
 * <pre>{@code
 * @Component(service = {}, immediate = true, configurationPid = "org.image2ai.model.acme",
 *         configurationPolicy = ConfigurationPolicy.REQUIRE)
 * @Designate(ocd = AcmeConfig.class, factory = true)
 * public final class AcmeComponent {
 *     private final AccountRegistration registration;
 *
 *     @Activate
 *     public AcmeComponent(BundleContext context, Map<String, Object> configuration, @Reference Egress egress) {
 *         AccountSettings settings = AccountSettings.of(configuration, AcmeProvider.PROFILE);
 *         registration = AccountRegistration.of(context, settings, new AcmeProvider(settings, egress));
 *     }
 *
 *     @Deactivate
 *     void withdraw() {
 *         registration.close();
 *     }
 * }
 * }</pre>
 */
public final class AccountRegistration implements AutoCloseable {
    private final ServiceRegistration<ImageModelProvider> registration;

    private AccountRegistration(ServiceRegistration<ImageModelProvider> registration) {
        this.registration = registration;
    }

    /** Offers an account to the platform. */
    public static AccountRegistration of(BundleContext context, AccountSettings settings, ImageModelProvider provider) {
        return new AccountRegistration(context.registerService(
                ImageModelProvider.class, provider, settings.account().toProperties()));
    }

    /** Takes it back. */
    @Override
    public void close() {
        registration.unregister();
    }
}
