package org.image2ai.privacy.export;

/** A part could not be made just now; it is made again after a while. */
final class Retry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Retry(String why, Throwable cause) {
        super(why, cause);
    }
}
