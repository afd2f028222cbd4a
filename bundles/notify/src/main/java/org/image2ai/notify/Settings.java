package org.image2ai.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.image2ai.kit.Clocks;
import org.image2ai.kit.Ids;
import org.image2ai.kit.KeyFile;
import org.image2ai.kit.Vault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration, the folder for what is kept, and the name of this instance, which outlives the process. */
@Component(service = Settings.class, configurationPid = "org.image2ai.notify")
@Designate(ocd = NotifyConfig.class)
public final class Settings {
    private final NotifyConfig config;
    private final Path data;
    private final String instance;
    private final Vault vault;
    private final List<Duration> webhookRetries;
    private final Clock clock;

    @Activate
    public Settings(NotifyConfig config) {
        this(config, Path.of(System.getProperty("karaf.data", "data")), Clock.systemUTC());
    }

    Settings(NotifyConfig config, Path data, Clock wall) {
        this.config = config;
        this.data = data;
        this.clock = Clocks.neverBack(wall);
        this.vault = new Vault(KeyFile.at(data.resolve("keys").resolve("notify.key")));
        this.instance = identity(data.resolve("notify-instance"));
        this.webhookRetries = Arrays.stream(config.webhookRetrySeconds().split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> Duration.ofSeconds(Long.parseLong(word)))
                .toList();
    }

    private static String identity(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Path made = Files.writeString(file.resolveSibling(file.getFileName() + ".tmp"), Ids.next("ins"));
                Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NotifyConfig config() {
        return config;
    }

    Path data() {
        return data;
    }

    String instance() {
        return instance;
    }

    /** When something is due, and until when somebody has it: a clock that is set back keeps nothing waiting. */
    Instant now() {
        return clock.instant();
    }

    /** What seals the secrets in our tables. */
    Vault vault() {
        return vault;
    }

    List<Duration> webhookRetries() {
        return webhookRetries;
    }
}
