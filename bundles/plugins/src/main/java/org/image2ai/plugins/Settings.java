package org.image2ai.plugins;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration. A component of its own: the installer must not go and come with each change of it. */
@Component(service = Settings.class, configurationPid = "org.image2ai.plugins")
@Designate(ocd = PluginsConfig.class)
public final class Settings {
    private final Rules rules;

    /** @throws IllegalArgumentException when a pin is none; the rules before stay in force then */
    @Activate
    public Settings(PluginsConfig config) {
        this.rules = Rules.of(config);
    }

    Rules rules() {
        return rules;
    }
}
