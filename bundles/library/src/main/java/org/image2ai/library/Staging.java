package org.image2ai.library;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.library.Library.StagedWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Pictures on their way from a model to the store, as files of this machine, in a folder of their owner. They are no use
 * after the attempt that made them, so they need not be stored twice: what lies in the store was looked at and marked. They
 * are not sealed, so they live shortly: what an earlier process left goes at the start, and with its owner's erasure.
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
        sweep(Leftovers.beforeThisProcess());
    }

    private Path folder(AccountId owner) {
        return folder.resolve(owner.value());
    }

    /** Where a committed output lies; it may not be there. */
    Path file(StagedOutput output) {
        return folder(output.owner()).resolve(output.job().value() + "-" + output.attempt() + "-" + output.output());
    }

    StagedWriter write(StagedOutput output) {
        try {
            Path mine = Files.createDirectories(folder(output.owner()));
            return new Draft(Files.createTempFile(mine, "draft", ".part"), file(output));
        } catch (IOException e) {
            throw Intake.failed(e);
        }
    }

    /** Removes what was left by attempts that failed or died. @return how many files */
    int sweep(Instant before) {
        return Leftovers.remove(folder, before);
    }

    /** How many files of an owner there are. */
    int count(AccountId owner) {
        return Leftovers.count(folder(owner));
    }

    /** Removes all of an owner. */
    void remove(AccountId owner) {
        Leftovers.remove(folder(owner), Instant.MAX);
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
