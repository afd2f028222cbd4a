package org.image2ai.privacy.policy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.kit.shell.PlatformCommand;
import org.image2ai.privacy.policy.PrivacyPagesResource.VersionView;

/** Publishes a new version of the policy; everybody who has an account is told by mail. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-policy-publish",
        description = "Announces a new version of the privacy policy by mail, ahead of the day from which on it holds")
public final class PolicyPublishCommand extends PlatformCommand {
    @Option(name = "--version", description = "Its name; the day where absent")
    private String version;

    @Option(name = "--purposes", description = "Purposes that change, by commas: consents to them are asked again")
    private String purposes = "";

    @Argument(name = "EFFECTIVE", description = "The day from which on it holds: 2027-01-31", required = true)
    private String effective;

    @Argument(
            index = 1,
            name = "FILES",
            description = "Markdown, a file for each language: en.md de.md",
            required = true,
            multiValued = true)
    @Completion(FileCompleter.class)
    private List<String> files;

    @Reference
    private Publication publication;

    @Reference
    private Session terminal;

    @Override
    protected Object run() {
        Map<String, String> texts = new TreeMap<>();
        files.forEach(file -> texts.put(language(file), read(Path.of(file))));
        Publication.Draft draft =
                new Publication.Draft(Optional.ofNullable(version), day(effective), texts, changed(purposes));
        return VersionView.of(publication.publish(draft, "shell:" + terminal.get("USER")));
    }

    /** The language of {@code en.md} or {@code policy.en.md}. */
    static String language(String file) {
        String[] parts = Path.of(file).getFileName().toString().split("\\.");
        return parts[Math.max(0, parts.length - 2)].toLowerCase(Locale.ROOT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw PlatformException.invalid("unreadable_file", file + " cannot be read as UTF-8.")
                    .causedBy(e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw PlatformException.invalid("invalid_effective", "A day looks like 2027-01-31.")
                    .causedBy(e);
        }
    }

    private static Set<Purpose> changed(String commas) {
        try {
            return Arrays.stream(commas.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(name -> Purpose.valueOf(name.toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException e) {
            throw PlatformException.invalid("unknown_purpose", "Purposes are " + List.of(Purpose.values()) + ".")
                    .causedBy(e);
        }
    }

    @Override
    protected void print(Object result, PrintStream out) {
        VersionView view = (VersionView) result;
        out.println("Version " + view.version() + " is announced; it holds from " + view.effective() + " on.");
    }
}
