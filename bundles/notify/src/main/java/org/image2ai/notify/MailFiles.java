package org.image2ai.notify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.image2ai.kit.OwnerOnlyFile;

/** Mails as files in {@code data/outbox}, which only the owner can read: each stays no longer than the words of its mail. */
final class MailFiles {
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern OURS = Pattern.compile("(?:\\.|.*-)(msg_\\w+)\\.(?:part|eml)");

    private final Path folder;
    private final Settings settings;

    MailFiles(Settings settings) {
        this.settings = settings;
        folder = settings.data().resolve("outbox");
    }

    /** What is written into a file. */
    interface Content {
        void writeTo(OutputStream out) throws Exception;
    }

    Path folder() {
        return folder;
    }

    void write(String mail, Content content) throws Exception {
        Files.createDirectories(folder, OWNERS_FOLDER);
        Path part = folder.resolve("." + mail + ".part");
        try (OutputStream out = Channels.newOutputStream(OwnerOnlyFile.create(part))) {
            content.writeTo(out);
        }
        Path whole = folder.resolve(TIME.format(settings.now()) + "-" + mail + ".eml");
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    void remove(String mail) throws IOException {
        removeIf(file -> mail.equals(mailOf(file)));
    }

    /** Removes every file whose mail has no words any more, or no row; what others put here stays. */
    void removeUnless(Predicate<String> hasWords) throws IOException {
        removeIf(file -> !mailOf(file).isEmpty() && !hasWords.test(mailOf(file)));
    }

    private void removeIf(Predicate<Path> condition) throws IOException {
        for (Path file : files()) {
            if (condition.test(file)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static String mailOf(Path file) {
        Matcher name = OURS.matcher(file.getFileName().toString());
        return name.matches() ? name.group(1) : "";
    }
}
