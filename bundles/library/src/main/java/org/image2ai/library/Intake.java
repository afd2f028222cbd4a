package org.image2ai.library;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.Library.Inspected;
import org.image2ai.api.library.PictureFormat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The door for pictures: every one is hostile until it was looked at. */
@Component(service = Intake.class, configurationPid = "org.image2ai.library")
@Designate(ocd = LibraryConfig.class)
public final class Intake {
    /** What comes out of a picture that came in. */
    record Clean(BufferedImage picture, boolean png) {
        PictureFormat format() {
            return new PictureFormat(
                    png ? PictureFormat.Type.PNG : PictureFormat.Type.JPEG, PictureFormat.USUAL_QUALITY);
        }
    }

    private final LibraryConfig config;
    private final DecodeBudget budget;

    @Activate
    public Intake(LibraryConfig config) {
        this.config = config;
        long half = Runtime.getRuntime().maxMemory() / 2;
        this.budget = new DecodeBudget(config.decodeBudgetBytes() > 0 ? config.decodeBudgetBytes() : half);
    }

    LibraryConfig config() {
        return config;
    }

    /** Copies content to a temporary file for as long as some work needs it. */
    <T> T withFile(InputStream content, long maxBytes, Function<Path, T> work) {
        try {
            Path file = Files.createTempFile("image2ai-picture", ".part");
            try {
                copy(content, file, maxBytes);
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
            long most = Math.min(config.maxPixels(), budget.maxPixels());
            if (header.pixels() > most) {
                throw Faults.tooManyPixels(header.width(), header.height(), most);
            }
            return header;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The picture of a file, upright, in sRGB and with nothing but its pixels, within the decode budget. */
    <T> T clean(Path file, Function<Clean, T> use) {
        Header header = header(file);
        return budget.with(header.pixels(), () -> {
            BufferedImage upright = Upright.of(Codec.decode(file, header, 1), header.orientation());
            boolean png = header.lossless() || upright.getColorModel().hasAlpha();
            return use.apply(new Clean(upright, png));
        });
    }

    /** The picture of a file, as it is, within the decode budget. */
    <T> T picture(Path file, Function<BufferedImage, T> use) {
        Header header = header(file);
        return budget.with(header.pixels(), () -> use.apply(Codec.decode(file, header, 1)));
    }

    /** A smaller picture of a file: decoded only as finely as is needed for {@code side}. */
    BufferedImage small(Path file, int side) {
        Header header = header(file);
        int step = Math.max(1, Math.max(header.width(), header.height()) / (2 * side));
        return budget.with(header.pixels(), () -> {
            BufferedImage upright = Upright.of(Codec.decode(file, header, step), header.orientation());
            return Scaling.fit(upright, side);
        });
    }

    /** What a model made: decoded once, so that what is kept is a picture. */
    Inspected inspect(Path file) {
        try {
            Header header = header(file);
            if (header.kind() == Kind.GIF) {
                throw Faults.unsupported("A model's output is not a GIF.");
            }
            budget.with(header.pixels(), () -> Codec.decode(file, header, 1));
            return new Inspected(
                    header.kind().mediaType(),
                    header.uprightWidth(),
                    header.uprightHeight(),
                    Files.size(file),
                    sha256(file));
        } catch (PlatformException e) {
            throw PlatformException.upstream("invalid_output", "The output is not a picture: " + e.getMessage(), false)
                    .causedBy(e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without SHA-256", e);
        }
    }

    static PlatformException failed(IOException e) {
        return PlatformException.internal("picture_io_failed", "A picture could not be read or written.", e);
    }
}
