package org.image2ai.notify;

import jakarta.mail.Session;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.notify.MailMessage;
import org.image2ai.api.notify.MessageChannel;
import org.image2ai.kit.OwnerOnlyFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail as files, for a server that has no mail server yet: each an {@code .eml} that only the owner can read. */
@Component(property = "image2ai.channel.id=" + FileChannel.ID)
public final class FileChannel implements MessageChannel {
    static final String ID = "file";

    private static final Logger LOG = LoggerFactory.getLogger(FileChannel.class);
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final MimeWriter writer;

    @Activate
    public FileChannel(@Reference Settings settings) {
        folder = settings.data().resolve("outbox");
        writer = new MimeWriter(settings.config().from());
        if (settings.config().channel().equals(ID)) {
            LOG.info("Mail is written to files in {}, since no mail server is configured.", folder);
        }
    }

    @Override
    public void send(MailMessage message) {
        try {
            MimeWriter.withLibrary(() -> write(message));
        } catch (PlatformException e) {
            throw e;
        } catch (Exception e) {
            throw PlatformException.upstream("mail_unavailable", "The mail could not be written to a file.", true)
                    .causedBy(e);
        }
    }

    private void write(MailMessage message) throws Exception {
        Files.createDirectories(folder, OWNERS_FOLDER);
        Path part = folder.resolve("." + message.id() + ".part");
        try (OutputStream out = Channels.newOutputStream(OwnerOnlyFile.create(part))) {
            writer.write(Session.getInstance(new Properties()), message).writeTo(out);
        }
        Path whole = folder.resolve(TIME.format(Instant.now()) + "-" + message.id() + ".eml");
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }
}
