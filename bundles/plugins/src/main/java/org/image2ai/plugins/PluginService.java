package org.image2ai.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.image2ai.api.PlatformException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All plugins; gives each its own thread, so that those of FileInstall and of callers wait for nothing. */
@Component(service = PluginService.class, immediate = true)
public final class PluginService {
    private static final Logger LOG = LoggerFactory.getLogger(PluginService.class);
    private static final Duration HOSTS = Duration.ofSeconds(120);

    private final FrameworkBundles bundles;
    private final Hosts hosts;
    private final Surroundings surroundings;
    private final Path folder;
    private final Workers workers = new Workers();
    private final Map<String, PluginLife> lives = new ConcurrentHashMap<>();

    @Activate
    public PluginService(BundleContext context, @Reference CurrentRules rules, @Reference Hosts hosts)
            throws IOException {
        this.bundles = new FrameworkBundles(context);
        this.hosts = hosts;
        this.surroundings = new Surroundings(bundles, hosts, rules);
        this.folder = Path.of(context.getProperty("karaf.data"), "plugins");
        Files.createDirectories(folder);
        try (Stream<Path> folders = Files.list(folder)) {
            folders.filter(Files::isDirectory).forEach(this::recover);
        }
    }

    @Deactivate
    void stop() {
        workers.stop();
    }

    private void recover(Path shelf) {
        try {
            new Shelf(shelf).load().map(PluginState::name).ifPresent(name -> {
                PluginLife life = life(name);
                life.recover();
                workers.run(name, () -> resume(life));
            });
        } catch (UncheckedIOException e) {
            LOG.error("A plugin's state is left alone: {}", e.getMessage());
        }
    }

    private void resume(PluginLife life) {
        awaitBoot();
        life.resume();
        if (Order.isGone(life.state().source())) {
            remove(life);
        }
    }

    private void awaitBoot() {
        try {
            bundles.awaitBoot();
            hosts.await(HOSTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The platform's installer stops.", e);
        }
    }

    /** A file came into {@code deploy/}, or was written over. */
    void deploy(Path file) {
        Order order = Order.deployed(file);
        PluginJar.in(file).ifPresent(jar -> {
            lives.values().stream()
                    .filter(life -> life.state().source().equals(order.source()))
                    .filter(life -> !life.state().name().equals(jar.name()))
                    .forEach(this::removeLater);
            update(jar.name(), file, order);
        });
    }

    /** A file has gone from {@code deploy/}. */
    void undeploy(Path file) {
        String source = Order.deployed(file).source();
        lives.values().stream()
                .filter(life -> life.state().source().equals(source))
                .forEach(this::removeLater);
    }

    private void removeLater(PluginLife life) {
        String source = life.state().source();
        workers.run(life.state().name(), () -> {
            if (life.state().source().equals(source)) {
                remove(life);
            }
        });
    }

    private void remove(PluginLife life) {
        life.remove();
        lives.remove(life.state().name(), life);
    }

    /** Puts a version in from a file that is deleted afterwards; waits until it works. */
    void install(Path file, String source) {
        try {
            String name = PluginJar.read(file).name();
            Workers.await(update(name, file, Order.by(source)));
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletableFuture<Void> update(String name, Path file, Order order) {
        CompletableFuture<Void> works = new CompletableFuture<>();
        workers.run(name, () -> {
            PluginLife life = life(name);
            try {
                awaitBoot();
                life.update(file, order);
                works.complete(null);
            } catch (RuntimeException e) {
                works.completeExceptionally(e);
                if (!(e instanceof PlatformException)) {
                    LOG.error("Plugin {} could not be put in", name, e);
                }
            }
            life.settle();
        });
        return works;
    }

    void remove(String name) {
        act(name, life -> {
            if (life.state().current().filter(Release::isShipped).isPresent()) {
                throw PlatformException.conflict(
                        "plugin_shipped", name + " came with the distribution: disable it instead.");
            }
            remove(life);
            return null;
        });
    }

    /** @return how many works were given back */
    int drain(String name) {
        return act(name, PluginLife::drain);
    }

    void enable(String name) {
        tell(name, PluginLife::enable);
    }

    void disable(String name) {
        tell(name, PluginLife::disable);
    }

    void rollback(String name, String why) {
        tell(name, life -> {
            life.rollback(why);
            workers.run(name, life::settle);
        });
    }

    private void tell(String name, Consumer<PluginLife> what) {
        act(name, life -> {
            what.accept(life);
            return life;
        });
    }

    private <T> T act(String name, Function<PluginLife, T> what) {
        if (!lives.containsKey(name)) {
            Release shipped = bundles.shipped(name).orElseThrow(() -> PlatformException.notFound("plugin", name));
            life(name).adopt(shipped);
        }
        return Workers.await(workers.call(name, () -> what.apply(life(name))));
    }

    private PluginLife life(String name) {
        return lives.computeIfAbsent(name, key -> {
            Shelf shelf = new Shelf(folder.resolve(key));
            PluginState state = shelf.load().orElse(PluginState.unknown(key));
            return new PluginLife(state, shelf, surroundings, task -> workers.run(key, task));
        });
    }

    /** Those that we put in, and those that nobody could put in; the others are of the distribution. */
    List<PluginLife> lives() {
        return lives.values().stream()
                .filter(life ->
                        !life.state().equals(PluginState.unknown(life.state().name())))
                .toList();
    }

    Optional<PluginLife> find(String name) {
        return lives().stream().filter(life -> life.state().name().equals(name)).findFirst();
    }

    boolean isInstalled(String name) {
        return find(name).isPresent() || bundles.shipped(name).isPresent();
    }

    /** Whether a bundle of this name declares that it holds data of people. */
    boolean holdsData(String name) {
        return bundles.plugins()
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .flatMap(bundle -> Declared.of(bundle).stream())
                .anyMatch(declared -> !declared.data().isEmpty());
    }

    FrameworkBundles bundles() {
        return bundles;
    }

    Hosts hosts() {
        return hosts;
    }

    /** Where a file is brought before it is known what it is; the name is nobody's. */
    Path incoming() {
        return folder.resolve("incoming-" + java.util.UUID.randomUUID() + ".part");
    }
}
