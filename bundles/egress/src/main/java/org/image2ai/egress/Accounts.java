package org.image2ai.egress;

import java.io.IOException;
import java.net.URI;
import java.util.Dictionary;
import org.image2ai.api.PlatformException;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts that the operator configured, as far as they say where a bundle may go. */
@Component(service = Accounts.class)
public final class Accounts {
    private final ConfigurationAdmin configurations;

    @Activate
    public Accounts(@Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
    }

    /**
     * The way of an account.
     *
     * @param self a service of ours, for whose sake placeholders in the configuration are resolved
     */
    Way way(Bundle bundle, String pid, Rules rules, ServiceReference<?> self) {
        Configuration configuration = configuration(pid);
        if (!Declaration.owns(bundle, configuration.getFactoryPid())) {
            throw Declaration.refused(pid + " is no account of " + bundle.getSymbolicName() + ".");
        }
        Dictionary<String, Object> settings = configuration.getProcessedProperties(self);
        Object base = settings.get("baseUrl");
        boolean inner = Boolean.parseBoolean(String.valueOf(settings.get("egress.allowPrivate")));
        Target target = base == null || base.toString().isBlank()
                ? null
                : Target.of(URI.create(base.toString().strip()));
        return new AccountWay(pid, rules, Declaration.hosts(bundle), target, inner);
    }

    private Configuration configuration(String pid) {
        try {
            Configuration[] found =
                    pid.matches("[\\w.~-]+") ? configurations.listConfigurations("(service.pid=" + pid + ")") : null;
            if (found == null || found[0].getFactoryPid() == null) {
                throw Declaration.refused("There is no account " + pid + ".");
            }
            return found[0];
        } catch (IOException | InvalidSyntaxException e) {
            throw PlatformException.internal("configuration", "The account " + pid + " could not be read.", e);
        }
    }
}
