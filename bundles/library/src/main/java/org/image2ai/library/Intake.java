package org.image2ai.library;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.moderation.Content;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The door for pictures: every one is hostile until it was looked at. */
@Component(service = Intake.class, configurationPid = "org.image2ai.library")
@Designate(ocd = LibraryConfig.class)
public final class Intake {
    /** Enough pixels to prove a file by: a decoder reads all of it, whatever it leaves out. */
    private static final int PROVED = 1 << 20;

    /** What became of a picture that came in. */
    record Kept(String mediaType, int width, int height, Optional<Content.Picture> small) {}

    private final LibraryConfig config;
    private final DecodeBudget budget;
    private final Path folder;

    @Activate
    public Intake(LibraryConfig config) {
        this.config = config;
        this.folder = Path.of(System.getProperty("java.io.tmpdir"), "image2ai-intake");
        Leftovers.remove(folder, Leftovers.beforeThisProcess());
        long half = Runtime.getRuntime().maxMemory() / 2;
        this.budget = new DecodeBudget(config.decodeBudgetBytes() > 0 ? config.decodeBudgetBytes() : half);
    }

    LibraryConfig config() {
        return config;
    }

    /** Copies content to a temporary file for as long as some work needs it. */
    <T> T withFile(InputStream content, long maxBytes, Function<Path, T> work) {
        return withFile(file -> {
            try {
                copy(content, file, maxBytes);
            } catch (IOException e) {
                throw failed(e);
            }
            return work.apply(file);
        });
    }

    /** An empty temporary file for as long as some work needs it. */
    <T> T withFile(Function<Path, T> work) {
        try {
            Path file = Files.createTempFile(Files.createDirectories(folder), "picture", ".part");
            try {
                return work.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static void copy(InputStream content, Path file, long maxBytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                bytes += n;
                if (bytes > maxBytes) {
                    throw Faults.tooLarge(maxBytes);
                }
                out.write(buffer, 0, n);
            }
        }
    }

    /** Type, size and wholeness of a file, without decoding it. */
    Header header(Path file) {
        try {
            Header header = Headers.read(file);
            if (header.pixels() > config.maxPixels()) {
                throw Faults.tooManyPixels(header.width(), header.height(), config.maxPixels());
            }
            return header;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Writes the picture of a file upright, in sRGB and with nothing but its pixels. Where the file is all that but for
     * what stands beside the pixels, its own bytes are kept: no pixel changes, and no more than a part of it is held.
     *
     * @param side the longest side of the small copy that is wanted of it; 0 for none
     */
    Kept keep(Path file, OutputStream to, int side) throws IOException {
        Header header = header(file);
        if (header.plain().isEmpty()) {
            return decoded(file, header, 1, stored -> encoded(stored, header, to, side));
        }
        Optional<Content.Picture> small = prove(file, header, side);
        copy(file, header.plain(), to);
        return new Kept(header.kind().mediaType(), header.width(), header.height(), small);
    }

    private static void copy(Path file, List<Header.Span> spans, OutputStream to) throws IOException {
        WritableByteChannel out = Channels.newChannel(to);
        try (FileChannel in = FileChannel.open(file)) {
            for (Header.Span span : spans) {
                for (long at = span.from(); at < span.to(); ) {
                    at += in.transferTo(at, span.to() - at, out);
                }
            }
        }
    }

    private static Kept encoded(BufferedImage stored, Header header, OutputStream to, int side) {
        BufferedImage upright = Upright.of(stored, header.orientation());
        boolean png = header.lossless() || upright.getColorModel().hasAlpha();
        PictureFormat.Type type = png ? PictureFormat.Type.PNG : PictureFormat.Type.JPEG;
        try {
            Codec.encode(upright, new PictureFormat(type, PictureFormat.USUAL_QUALITY), to);
        } catch (IOException e) {
            throw failed(e);
        }
        return new Kept(type.mediaType(), upright.getWidth(), upright.getHeight(), SmallCopy.of(upright, 1, side));
    }

    /** The picture of a file, as it is, within the decode budget. */
    <T> T picture(Path file, Function<BufferedImage, T> use) {
        return decoded(file, header(file), 1, use);
    }

    /** A smaller picture of a file: decoded only as finely as is needed for {@code side}. */
    BufferedImage small(Path file, int side) {
        Header header = header(file);
        int step = Math.max(1, Math.max(header.width(), header.height()) / (2 * side));
        return decoded(file, header, step, stored -> Scaling.fit(Upright.of(stored, header.orientation()), side));
    }

    /** Sees to it that a file can be decoded from its first pixel to its last. @return a small copy, where one is wanted */
    private Optional<Content.Picture> prove(Path file, Header header, int side) throws IOException {
        if (side == 0 && header.kind() == Kind.PNG && PngProof.holds(file)) {
            return Optional.empty();
        }
        int step = (int) Math.ceil(Math.sqrt((double) header.pixels() / PROVED));
        return decoded(file, header, step, picture -> SmallCopy.of(picture, header.orientation(), side));
    }

    private <T> T decoded(Path file, Header header, int step, Function<BufferedImage, T> use) {
        long taken = header.pixels() / step / step;
        // A progressive JPEG is held outside the heap.
        boolean fits = header.kind() == Kind.WEBP ? budget.fits(header.pixels()) : budget.fits(taken);
        if (!fits) {
            throw Faults.tooManyPixels(header.width(), header.height(), budget.maxPixels());
        }
        long pixels = header.streamed() ? taken : header.pixels();
        return budget.with(pixels, () -> use.apply(Codec.decode(file, header, step)));
    }

    /** A picture that was decoded to its end, and a small copy where one was wanted. */
    record Proved(Header header, Optional<Content.Picture> small) {}

    /** What a model made: decoded once, so that what is kept is a picture. */
    Proved output(Path file, int side) {
        try {
            Header header = header(file);
            if (header.kind() == Kind.GIF) {
                throw Faults.unsupported("A model's output is not a GIF.");
            }
            return new Proved(header, prove(file, header, side));
        } catch (PlatformException e) {
            throw PlatformException.upstream("invalid_output", "The output is not a picture: " + e.getMessage(), false)
                    .causedBy(e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    static PlatformException failed(IOException e) {
        return PlatformException.internal("picture_io_failed", "A picture could not be read or written.", e);
    }
}
