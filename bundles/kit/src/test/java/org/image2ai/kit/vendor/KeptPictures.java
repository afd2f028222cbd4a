package org.image2ai.kit.vendor;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.image2ai.api.model.RenderSession.PictureStream;

/** Keeps what comes, and counts what was given up. */
final class KeptPictures implements PictureSink {
    final TreeMap<Integer, byte[]> whole = new TreeMap<>();
    final List<String> mediaTypes = new ArrayList<>();
    int abandoned;

    @Override
    public Optional<PictureStream> open(int number, String mediaType) {
        mediaTypes.add(mediaType);
        return Optional.of(new PictureStream() {
            private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public void abort() {
                abandoned++;
            }

            @Override
            public void close() {
                whole.put(number, bytes.toByteArray());
            }
        });
    }
}
