package org.image2ai.library;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.library.Library.StagedWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Pictures on their way from a model to the store, as files of this machine. They are no use after the attempt that
 * made them, so they need not be stored twice: what lies in the store was looked at and marked.
 */
@Component(service = Staging.class)
public final class Staging {
    private final Path folder;
    private final long most;

    @Activate
    public Staging(@Reference Intake intake) {
        this(
                Path.of(System.getProperty("java.io.tmpdir"), "image2ai-staged"),
                intake.config().maxOutputBytes());
    }

    Staging(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /** Where a committed output lies; it may not be there. */
    Path file(StagedOutput output) {
        return folder.resolve(output.job().value() + "-" + output.attempt() + "-" + output.output());
    }

    StagedWriter write(StagedOutput output) {
        try {
            Files.createDirectories(folder);
            return new Draft(Files.createTempFile(folder, "draft", ".part"), file(output));
        } catch (IOException e) {
            throw Intake.failed(e);
        }
    }

    /** Removes what was left by attempts that failed or died. @return how many files */
    int sweep(Instant before) {
        int swept = 0;
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) {
                    swept++;
                }
            }
        } catch (NoSuchFileException e) {
            return swept;
        } catch (IOException e) {
            throw Intake.failed(e);
        }
        return swept;
    }

    /** A file that takes its place when it is whole. */
    private final class Draft extends StagedWriter {
        private final Path draft;
        private final Path target;
        private final OutputStream out;
        private long bytes;

        Draft(Path draft, Path target) throws IOException {
            this.draft = draft;
            this.target = target;
            this.out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            if (bytes + len > most) {
                throw PlatformException.upstream(
                        "output_too_large", "The output is larger than " + most + " bytes.", false);
            }
            bytes += len;
            out.write(b, off, len);
        }

        @Override
        public void commit() throws IOException {
            out.close();
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            try {
                out.close();
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }
}
