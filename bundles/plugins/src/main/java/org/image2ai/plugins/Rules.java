package org.image2ai.plugins;

import java.time.Duration;

/**
 * What the operator has configured.
 *
 * @param trust which jars are taken
 * @param drain how long a version that goes may finish
 * @param firstWorks how many works of a new version are watched
 */
record Rules(Trust trust, Duration drain, int firstWorks) {
    static Rules of(PluginsConfig config) {
        return new Rules(new Trust(config), Duration.ofSeconds(config.drainSeconds()), config.firstWorks());
    }
}
