package org.image2ai.kit.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import org.image2ai.api.PlatformException;

/**
 * JSON without its pictures: the text of each named field, alone or in an array, goes decoded to where it belongs, and
 * the number of the picture is read in its place. Of any other text the beginning is read and the rest left out, since
 * some vendors sign a picture with megabytes. Only strings, keys and brackets are looked at; whether it is JSON
 * is for the parser to find. Jackson could decode such a text too, at a third of the speed.
 */
final class PictureFilter extends InputStream {
    private static final int MOST_KEY = 64;
    /** No text of a vendor's that means something is longer. */
    private static final int MOST_TEXT = 64 << 10;
    /** After a backslash; an escape with a number has four digits more. */
    private static final int ESCAPE = 5;

    private final InputStream in;
    private final Set<String> fields;
    private final PictureSink sink;
    private final Function<String, PlatformException> failure;
    private final byte[] source = new byte[16 << 10];
    /** What is read instead; never longer than what it was made of, but for one number. */
    private final byte[] result = new byte[source.length + 16];

    private int at;
    private int end;
    private int resultAt;
    private int resultEnd;
    private State state = State.BETWEEN;
    private final byte[] text = new byte[MOST_KEY];
    private int textLength;
    private boolean escaped;
    private long length;
    private int escape;
    private boolean cut;
    /** The last string was one of the fields: it is a key if a colon follows. */
    private boolean named;

    private SniffedPicture picture;
    private Base64Text base64;
    private int pictures;

    private enum State {
        /** Between strings. */
        BETWEEN,
        /** In a string that stays. */
        TEXT,
        /** After the colon of a field that is a picture. */
        FIELD,
        /** In an array of pictures. */
        ARRAY,
        /** In the text of a picture. */
        PICTURE,
        /** In the text of a picture of an array. */
        ARRAY_PICTURE
    }

    /** @param failure makes the vendor's failure of words that follow its name */
    PictureFilter(InputStream in, Set<String> fields, PictureSink sink, Function<String, PlatformException> failure) {
        this.in = in;
        this.fields = fields;
        this.sink = sink;
        this.failure = failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (resultAt == resultEnd) {
            end = in.read(source, 0, source.length);
            if (end < 0) {
                return -1;
            }
            filter();
        }
        int got = Math.min(length, resultEnd - resultAt);
        System.arraycopy(result, resultAt, buffer, offset, got);
        resultAt += got;
        return got;
    }

    private void filter() throws IOException {
        at = 0;
        resultAt = 0;
        resultEnd = 0;
        while (at < end) {
            if (state == State.PICTURE || state == State.ARRAY_PICTURE) {
                picture();
            } else {
                byte b = source[at++];
                if (!beginsPicture(b) && !isCut(b)) {
                    result[resultEnd++] = b;
                }
            }
        }
    }

    /** Looks at one byte outside of pictures. */
    private boolean beginsPicture(byte b) {
        switch (state) {
            case TEXT -> text(b);
            case BETWEEN -> between(b);
            default -> {
                return value(b);
            }
        }
        return false;
    }

    private void text(byte b) {
        if (escaped) {
            escaped = false;
            textLength = MOST_KEY;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            state = State.BETWEEN;
            named = textLength < MOST_KEY && fields.contains(new String(text, 0, textLength, StandardCharsets.UTF_8));
        } else if (textLength < MOST_KEY) {
            text[textLength++] = b;
        }
    }

    /** Whether a byte is in the rest of a long text, which begins between two characters and not within an escape. */
    private boolean isCut(byte b) {
        if (state != State.TEXT) {
            return false;
        }
        boolean begins = escape == 0 && (b & 0xc0) != 0x80;
        if (escape == ESCAPE) {
            escape = b == 'u' ? ESCAPE - 1 : 0;
        } else {
            escape = escape > 0 ? escape - 1 : b == '\\' ? ESCAPE : 0;
        }
        cut |= ++length > MOST_TEXT + 1 && begins;
        return cut;
    }

    private void between(byte b) {
        if (b == '"') {
            state = State.TEXT;
            length = 0;
            cut = false;
            textLength = 0;
            named = false;
        } else if (b == ':' && named) {
            state = State.FIELD;
        } else if (b > ' ') {
            named = false;
        }
    }

    /** After the colon of a field, or in its array. */
    private boolean value(byte b) {
        if (b == '"') {
            state = state == State.FIELD ? State.PICTURE : State.ARRAY_PICTURE;
            picture = new SniffedPicture(pictures, sink, failure);
            base64 = new Base64Text(picture);
            return true;
        }
        if (b == '[' && state == State.FIELD) {
            state = State.ARRAY;
        } else if (b > ' ' && !(b == ',' && state == State.ARRAY)) {
            // Null, a number, an object or the end of the array: nothing of ours.
            state = State.BETWEEN;
        }
        return false;
    }

    private void picture() throws IOException {
        int stop = at;
        while (stop < end && source[stop] != '"') {
            stop++;
        }
        try {
            base64.write(source, at, stop);
            at = stop;
            if (stop < end) {
                at++;
                base64.end();
                ended();
            }
        } catch (IllegalArgumentException e) {
            throw failure.apply("sent something that is not base64");
        }
    }

    private void ended() throws IOException {
        byte[] instead = "\"\"".getBytes(StandardCharsets.US_ASCII);
        if (!picture.isEmpty()) {
            picture.finish();
            instead = Integer.toString(pictures++).getBytes(StandardCharsets.US_ASCII);
        }
        System.arraycopy(instead, 0, result, resultEnd, instead.length);
        resultEnd += instead.length;
        state = state == State.PICTURE ? State.BETWEEN : State.ARRAY;
    }

    /** Gives up a picture that did not come to its end. What is read from stays open. */
    @Override
    public void close() {
        if (picture != null) {
            picture.close();
        }
    }
}
