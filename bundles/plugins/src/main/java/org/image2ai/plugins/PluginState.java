package org.image2ai.plugins;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a plugin; written down before each step, so that a server that was killed knows what it was doing.
 *
 * @param name the symbolic name of its bundle
 * @param kind what it is a plugin for
 * @param phase what is being done
 * @param current the version that works
 * @param previous the version before it: while it drains still in the framework, later only its jar
 * @param next the version that is being put in
 * @param shipped the version that the distribution has, if it has one
 * @param enabled whether an operator wants it to work
 * @param proven whether the first works of the current version were good, or were not to be watched
 * @param source where the current version came from: a file in {@code deploy/}, or what an operator named
 * @param tries how often putting in {@code next} was begun
 * @param bad versions that are not taken from {@code deploy/} again: digest and why
 * @param note what went wrong last; empty when nothing did
 */
record PluginState(
        String name,
        String kind,
        Phase phase,
        Optional<Release> current,
        Optional<Release> previous,
        Optional<Release> next,
        Optional<Release> shipped,
        boolean enabled,
        boolean proven,
        String source,
        int tries,
        Map<String, String> bad,
        String note) {
    /** What is being done to a plugin. */
    enum Phase {
        /** Nothing. */
        STEADY,
        /** The next version is put in and checked. */
        INSTALLING,
        /** The current version works; the previous one finishes and goes. */
        DRAINING,
        /** The plugin goes. */
        REMOVING
    }

    PluginState {
        Objects.requireNonNull(phase, "phase");
        bad = Map.copyOf(bad);
    }

    static PluginState unknown(String name) {
        Optional<Release> none = Optional.empty();
        return new PluginState(name, "", Phase.STEADY, none, none, none, none, true, true, "", 0, Map.of(), "");
    }

    PluginState installing(Release release) {
        int count = next.equals(Optional.of(release)) ? tries + 1 : 1;
        return new PluginState(
                name,
                kind,
                Phase.INSTALLING,
                current,
                previous,
                Optional.of(release),
                shipped,
                enabled,
                proven,
                source,
                count,
                bad,
                note);
    }

    /** The next version works: from here on there is no way back but a roll-back. */
    PluginState switched(boolean watched) {
        return new PluginState(
                name,
                kind,
                current.isPresent() ? Phase.DRAINING : Phase.STEADY,
                next,
                current,
                Optional.empty(),
                shipped,
                true,
                !watched,
                source,
                0,
                bad,
                "");
    }

    /** The next version is not taken. */
    PluginState refused(String why) {
        return new PluginState(
                name,
                kind,
                Phase.STEADY,
                current,
                previous,
                Optional.empty(),
                shipped,
                enabled,
                proven,
                source,
                0,
                bad,
                why);
    }

    PluginState in(Phase other) {
        return new PluginState(
                name, kind, other, current, previous, next, shipped, enabled, proven, source, tries, bad, note);
    }

    PluginState steady() {
        return in(Phase.STEADY);
    }

    PluginState isProven() {
        return new PluginState(
                name, kind, phase, current, previous, next, shipped, enabled, true, source, tries, bad, note);
    }

    PluginState enabled(boolean yes) {
        return new PluginState(
                name, kind, phase, current, previous, next, shipped, yes, proven, source, tries, bad, note);
    }

    PluginState noted(String text) {
        return new PluginState(
                name, kind, phase, current, previous, next, shipped, enabled, proven, source, tries, bad, text);
    }

    PluginState ofKind(String of) {
        return new PluginState(
                name, of, phase, current, previous, next, shipped, enabled, proven, source, tries, bad, note);
    }

    PluginState from(String where) {
        return new PluginState(
                name, kind, phase, current, previous, next, shipped, enabled, proven, where, tries, bad, note);
    }

    /** One that the distribution brought and nobody has replaced. */
    PluginState adopting(Release release) {
        Optional<Release> it = Optional.of(release);
        return new PluginState(name, kind, phase, it, previous, next, it, enabled, proven, source, tries, bad, note);
    }

    /** The current version is bad, and is not taken again by itself. */
    PluginState quarantined(String why) {
        Map<String, String> all = new LinkedHashMap<>(bad);
        current.filter(release -> !release.isShipped()).ifPresent(release -> all.put(release.digest(), why));
        return new PluginState(
                name, kind, phase, current, previous, next, shipped, enabled, proven, source, tries, all, why);
    }

    PluginState forgiving(String digest) {
        Map<String, String> all = new LinkedHashMap<>(bad);
        all.remove(digest);
        return new PluginState(
                name, kind, phase, current, previous, next, shipped, enabled, proven, source, tries, all, note);
    }

    /** Without its current version. */
    PluginState empty() {
        return new PluginState(
                name,
                kind,
                Phase.STEADY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                shipped,
                enabled,
                true,
                source,
                0,
                bad,
                note);
    }

    /** Without an earlier version. */
    PluginState only() {
        return new PluginState(
                name, kind, phase, current, Optional.empty(), next, shipped, enabled, proven, source, tries, bad, note);
    }

    /** The versions whose jars are needed. */
    List<Release> kept() {
        return Stream.of(current, previous, next).flatMap(Optional::stream).toList();
    }

    boolean isBad(Release release) {
        return bad.containsKey(release.digest());
    }
}
