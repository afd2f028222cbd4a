package org.image2ai.plugins;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * What is to be of one plugin; what is, follows.
 *
 * @param active file name of the copy that works; empty when it is a bundle of the distribution
 * @param previous file name of the one before, to which a roll-back leads; empty when there is none
 * @param source the file in {@code deploy/} that it came from; empty when it came otherwise
 * @param refused digest of the file that was refused or put back last, so that it is not tried again by itself
 * @param enabled whether it is to work
 * @param note what went wrong last, for people
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PluginState(
        String active, String previous, String source, String refused, boolean enabled, String note) {
    static final PluginState NONE = new PluginState("", "", "", "", true, "");

    PluginState {
        active = Optional.ofNullable(active).orElse("");
        previous = Optional.ofNullable(previous).orElse("");
        source = Optional.ofNullable(source).orElse("");
        refused = Optional.ofNullable(refused).orElse("");
        note = Optional.ofNullable(note).orElse("");
    }

    PluginState switched(String to, String from) {
        return new PluginState(to, from, source, "", true, "");
    }

    PluginState from(String file) {
        return new PluginState(active, previous, file, refused, enabled, note);
    }

    PluginState refusing(String sha256, String why) {
        return new PluginState(active, previous, source, sha256, enabled, why);
    }

    PluginState enabled(boolean on) {
        return new PluginState(active, previous, source, refused, on, note);
    }
}
