package org.image2ai.kit.vendor;

import java.util.Optional;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RenderSession.PictureStream;

/** Where the pictures of an answer go. */
@FunctionalInterface
public interface PictureSink {
    /**
     * Opens the way for one picture; it is closed at the picture's end, or given up.
     *
     * @param number counted from 0 in the order of the answer
     * @param mediaType what its first bytes say that it is
     * @return empty for one that nobody wants
     */
    Optional<PictureStream> open(int number, String mediaType);

    /** To the outputs of a rendering of that many pictures; what a vendor sends beyond is read and dropped. */
    static PictureSink outputs(RenderSession session, int count) {
        return (number, mediaType) ->
                number < count ? Optional.of(session.output(number, mediaType)) : Optional.empty();
    }

    /** All to one output of a rendering, of which the last stays. */
    static PictureSink output(RenderSession session, int output) {
        return (number, mediaType) -> Optional.of(session.output(output, mediaType));
    }

    /** To the previews of one output; what is too large for one is read and dropped. */
    static PictureSink previews(RenderSession session, int output) {
        return (number, mediaType) -> Optional.of(new PreviewStream(session, output, mediaType));
    }
}
