package org.image2ai.model.embedded.illustrator.meaning;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.image2ai.model.embedded.illustrator.words.Lexicon;

/**
 * The directions of all words that name something that can be drawn. They are computed when the bundle is built, by
 * {@link #main}, because that takes seconds; a direction is kept in a byte per dimension.
 */
final class Labels {
    private static final String FILE = "labels.bin";
    private static final int FULL = 127;
    /** No number of a direction of length 1 is near 1; enlarged, they use the byte better. */
    private static final float SCALE = 4;

    private final List<String> labels = new ArrayList<>();
    private final List<byte[]> directions = new ArrayList<>();

    /** Reads the file that the build made. */
    Labels() {
        try (InputStream in = Labels.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is not in the bundle");
            }
            DataInputStream data = new DataInputStream(new BufferedInputStream(in));
            int count = data.readInt();
            for (int i = 0; i < count; i++) {
                labels.add(data.readUTF());
                directions.add(data.readNBytes(Encoder.DIMENSIONS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** The label that points the most the same way. */
    Likeness nearest(float[] direction) {
        int best = 0;
        double most = -1;
        for (int i = 0; i < directions.size(); i++) {
            double sum = 0;
            byte[] other = directions.get(i);
            for (int k = 0; k < direction.length; k++) {
                sum += direction[k] * other[k];
            }
            if (sum > most) {
                most = sum;
                best = i;
            }
        }
        return new Likeness(labels.get(best), most / FULL / SCALE);
    }

    /** Makes the file: the argument is the folder of the classes. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0], Labels.class.getPackageName().replace('.', '/'));
        Files.createDirectories(folder);
        List<String> names = new Lexicon().names();
        try (Encoder encoder = new Encoder();
                OutputStream out = Files.newOutputStream(folder.resolve(FILE));
                DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out))) {
            data.writeInt(names.size());
            for (String name : names) {
                data.writeUTF(name);
                for (float value : encoder.direction(name)) {
                    data.writeByte(Math.max(-FULL, Math.min(FULL, Math.round(value * FULL * SCALE))));
                }
            }
        }
    }
}
