package org.image2ai.api.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who gives work to the services of plugins, and so can take a bundle out of use with nobody noticing. There is one for
 * each kind of plugin (that of AI vendors is in {@code models}); the installer asks all of them.
 */
@ProviderType
public interface PluginHost {
    /** What this host gives work to: {@code image models}. */
    String kind();

    /**
     * The service instances of a bundle that this host knows.
     *
     * @param bundle the id of the bundle
     */
    List<Instance> instances(long bundle);

    /**
     * Looks whether the services of a bundle keep their contract before they get work: each answers, and what it says of
     * itself is sound. May block, at most for the time that the host gives such an answer.
     *
     * @return what is wrong, for people; empty when nothing is
     */
    Optional<String> check(long bundle);

    /** From now on new work goes to other bundles where they can do it; work that was begun goes on. */
    void retire(long bundle);

    /** Takes back a retirement. */
    void restore(long bundle);

    /**
     * Waits until no work is left in a bundle; then, or when the time is over, returns. What is left then is stopped and
     * given back to the queue with its checkpoint, so that another does it.
     *
     * @return how many works were given back
     */
    int drain(long bundle, Duration most);

    /**
     * Watches the first works of a bundle.
     *
     * @param bundle the id of the bundle
     * @param works how many works are watched
     * @param ended told once: with what was wrong when it was bad, empty when it was good
     */
    void watch(long bundle, int works, Consumer<Optional<String>> ended);

    /**
     * One service of a bundle.
     *
     * @param name for people: the id of an account, {@code openai}
     * @param pid the PID of its configuration, empty when it has none
     * @param health for people, one word, {@code HEALTHY}
     * @param inFlight works that are being done
     * @param abandoned works whose thread did not end when asked to
     * @param note what is wrong; may be empty
     */
    record Instance(String name, String pid, String health, int inFlight, int abandoned, String note) {}
}
