package org.image2ai.model.replicate;

import java.util.Map;
import org.image2ai.api.egress.Egress;
import org.image2ai.kit.vendor.AccountRegistration;
import org.image2ai.kit.vendor.AccountSettings;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Offers one account. It has no service of its own, which would show the API key. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.image2ai.model.replicate",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ReplicateConfig.class, factory = true)
public final class ReplicateComponent {
    private final AccountRegistration registration;

    @Activate
    public ReplicateComponent(BundleContext context, Map<String, Object> configuration, @Reference Egress egress) {
        AccountSettings settings = AccountSettings.of(configuration, ReplicateProvider.PROFILE);
        registration = AccountRegistration.of(context, settings, new ReplicateProvider(settings, egress));
    }

    @Deactivate
    void withdraw() {
        registration.close();
    }
}
