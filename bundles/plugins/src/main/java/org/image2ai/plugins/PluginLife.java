package org.image2ai.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.image2ai.api.PlatformException;
import org.image2ai.plugins.PluginState.Phase;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one plugin. Its methods run one after the other, on the plugin's own thread; only {@link #state} and what
 * hosts tell come from others. Each step is written down before it is done, so {@link #recover} can end it.
 */
final class PluginLife {
    private static final Logger LOG = LoggerFactory.getLogger(PluginLife.class);

    private static final int MOST_TRIES = 2;

    private final Shelf shelf;
    private final Bundles bundles;
    private final Hosts hosts;
    private final Supplier<Rules> rules;
    private final Consumer<Runnable> worker;
    private final Watched watched;
    private final Places places;
    private volatile PluginState state;
    private volatile boolean drained;

    /** @param worker runs something later on the plugin's own thread */
    PluginLife(PluginState state, Shelf shelf, Surroundings surroundings, Consumer<Runnable> worker) {
        this.state = state;
        this.shelf = shelf;
        this.bundles = surroundings.bundles();
        this.hosts = surroundings.hosts();
        this.rules = surroundings.rules();
        this.worker = worker;
        this.watched = new Watched(hosts, bundles);
        this.places = new Places(shelf, surroundings);
    }

    PluginState state() {
        return state;
    }

    /** Whether an operator has taken its work away, until it is enabled again or the server restarts. */
    boolean drained() {
        return drained;
    }

    /**
     * Puts a version in beside the present one, which gets no more work then; {@link #settle} does the rest.
     *
     * @throws PlatformException saying why it is not taken; the present version works on
     */
    void update(Path file, Order order) {
        String source = state.source();
        try {
            PluginJar jar = PluginJar.read(file);
            String digest = PluginJar.digest(file);
            bundles.shipped(jar.name()).ifPresent(this::adopt);
            if (!wanted(jar, digest, order)) {
                return;
            }
            rules.get().trust().check(file, jar, digest);
            Release next = Release.of(jar, digest);
            shelf.keep(file, next);
            save(state.forgiving(digest).ofKind(jar.kind()).from(order.source()));
            put(next, true);
        } catch (PlatformException e) {
            refuse(e, state.current().isPresent() ? source : order.source());
            throw e;
        }
    }

    private void refuse(PlatformException why, String source) {
        LOG.warn("Plugin {} stays as it is: {}", state.name(), why.getMessage());
        save(state.refused(why.getMessage()).from(source));
        shelf.keepOnly(state.kept());
    }

    /** Takes charge of the version that the distribution has. */
    void adopt(Release shipped) {
        if (state.current().isEmpty()) {
            save(state.adopting(shipped));
        }
    }

    private boolean wanted(PluginJar jar, String digest, Order order) {
        if (order.deployed() && state.bad().containsKey(digest)) {
            return false;
        }
        Release present = state.current().orElse(null);
        if (present == null) {
            return true;
        }
        int newer = jar.version().compareTo(Version.parseVersion(present.version()));
        if (newer != 0) {
            return newer > 0 || !order.isBeside(state.source());
        }
        if (digest.equals(present.digest())) {
            save(state.from(order.source()).noted(""));
            return false;
        }
        throw PlatformException.conflict(
                "plugin_same_version",
                jar.name() + " " + jar.version() + " is there already, with other bytes: give the new one a higher"
                        + " version, or a qualifier behind it.");
    }

    /** Back to the version before, whose place the present one takes on the list of what is not wanted. */
    void rollback(String why) {
        Release back = state.previous()
                .filter(release -> state.phase() == Phase.STEADY)
                .orElseThrow(() -> PlatformException.conflict(
                        "nothing_to_roll_back", "There is no earlier version of " + state.name() + "."));
        if (!back.isShipped()) {
            Path file = shelf.path(back);
            rules.get().trust().check(file, PluginJar.read(file), PluginJar.digest(file));
        }
        save(state.quarantined(why).forgiving(back.digest()));
        put(back, false);
        save(state.noted(why));
    }

    /** What a bad version is followed by: the version before it, or nothing. */
    private void quarantine(Release bad, String why) {
        if (!state.current().equals(Optional.of(bad))) {
            return;
        }
        String note = "Version " + bad.version() + " was bad in its first works and is out: " + why;
        LOG.warn("Plugin {}: {}", state.name(), note);
        // The version before may still be there: then it works already, and only what is written down changes.
        save(state.steady());
        try {
            rollback(note);
        } catch (PlatformException e) {
            save(state.quarantined(note));
            places.leave(bad);
            save(state.empty());
        }
        settle();
        save(state.only());
        shelf.keepOnly(state.kept());
    }

    private void put(Release next, boolean watch) {
        save(state.installing(next));
        long bundle = places.bringUp(next);
        Optional<Release> old = state.current();
        boolean watches = watch && rules.get().firstWorks() > 0;
        save(state.switched(watches));
        drained = false;
        places.id(old).ifPresent(hosts::retire);
        hosts.restore(bundle);
        watched.begin(bundle, state.phase() == Phase.DRAINING ? state.previous() : Optional.empty());
        if (watches) {
            watch(next, bundle);
        }
        LOG.info("Plugin {} {} works", state.name(), next.version());
    }

    private void watch(Release release, long bundle) {
        hosts.watch(bundle, rules.get().firstWorks(), wrong -> {
            wrong.ifPresent(why -> watched.fail(bundle));
            worker.accept(() -> wrong.ifPresentOrElse(why -> quarantine(release, why), () -> proven(release)));
        });
    }

    private void proven(Release release) {
        if (state.current().equals(Optional.of(release))) {
            save(state.isProven());
        }
    }

    /** Lets the version that was replaced finish, and takes it out; its jar stays for a roll-back. */
    void settle() {
        if (state.phase() != Phase.DRAINING) {
            return;
        }
        Release old = state.previous().orElseThrow();
        places.id(state.previous()).ifPresent(bundle -> {
            int givenBack = hosts.drain(bundle, rules.get().drain());
            LOG.info("Plugin {} {} is drained; works given back: {}", state.name(), old.version(), givenBack);
        });
        if (watched.settled()) {
            places.out(old);
            save(state.steady());
            shelf.keepOnly(state.kept());
        }
    }

    /** Takes the plugin out; where the distribution has a version of its own, that one works again. */
    void remove() {
        remove(places::leave);
    }

    private void remove(Consumer<Release> how) {
        save(state.in(Phase.REMOVING));
        state.current().ifPresent(how);
        state.previous().ifPresent(places::out);
        state.shipped().ifPresent(places::start);
        shelf.clear();
        state = PluginState.unknown(state.name());
    }

    /** Takes its work away; it stays live for what it has begun. */
    int drain() {
        long bundle = present();
        hosts.retire(bundle);
        drained = true;
        return hosts.drain(bundle, rules.get().drain());
    }

    void disable() {
        long bundle = present();
        save(state.enabled(false));
        hosts.retire(bundle);
        hosts.drain(bundle, rules.get().drain());
        bundles.stop(bundle);
    }

    void enable() {
        long bundle = present();
        bundles.start(bundle);
        Optional<String> wrong = hosts.check(bundle);
        save(state.enabled(true).noted(wrong.orElse("")));
        drained = false;
        hosts.restore(bundle);
    }

    private long present() {
        return places.id(state.current())
                .orElseThrow(() -> PlatformException.conflict(
                        "plugin_not_installed", "No version of " + state.name() + " is installed."));
    }

    /** Ends what a server that was killed had begun. Quick; nothing that is taken out has work at boot. */
    void recover() {
        if (state.phase() == Phase.REMOVING) {
            remove(places::out);
            return;
        }
        if (state.phase() == Phase.INSTALLING
                && state.current().filter(state::isBad).isPresent()) {
            save(state.switched(false).noted(state.note()));
        }
        state.next().ifPresent(places::out);
        if (state.phase() == Phase.DRAINING) {
            state.previous().ifPresent(places::out);
        }
        List<String> known = state.current().map(Release::location).stream().toList();
        for (String location : bundles.locations(Release.place(state.name()))) {
            if (!known.contains(location)) {
                bundles.find(location).ifPresent(bundles::uninstall);
            }
        }
        if (state.enabled()) {
            state.current().flatMap(places::startAgain).ifPresent(why -> save(state.noted(why)));
        }
    }

    /** What of an interrupted beginning is left to do, once the hosts are there. */
    void resume() {
        Optional<Release> next = state.next();
        if (state.phase() == Phase.DRAINING) {
            save(state.steady());
        } else if (next.isPresent() && state.tries() < MOST_TRIES) {
            tryAgain(next.get());
        } else if (next.isPresent()) {
            save(state.refused("The server ended " + state.tries() + " times while this version was put in."));
        }
        shelf.keepOnly(state.kept());
        OptionalLong bundle = places.id(state.current());
        if (!state.proven() && bundle.isPresent()) {
            watched.begin(bundle.getAsLong(), Optional.empty());
            watch(state.current().orElseThrow(), bundle.getAsLong());
        }
    }

    private void tryAgain(Release next) {
        try {
            put(next, true);
            settle();
        } catch (PlatformException e) {
            refuse(e, state.source());
        }
    }

    private void save(PluginState changed) {
        shelf.save(changed);
        state = changed;
    }
}
