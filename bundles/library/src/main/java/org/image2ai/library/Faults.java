package org.image2ai.library;

import org.image2ai.api.PlatformException;

/** Why a picture is not taken. */
final class Faults {
    private Faults() {}

    private static PlatformException file(String code, String message) {
        return PlatformException.invalid(code, message).withField("file");
    }

    static PlatformException unsupported(String what) {
        return file("unsupported_image", what + " Send a PNG, a JPEG, a WebP or a GIF of one frame.");
    }

    static PlatformException broken() {
        return unsupported("The picture is damaged and cannot be read.");
    }

    static PlatformException animated() {
        return file("animated_image", "The picture is animated. Send one of its frames.");
    }

    static PlatformException truncated() {
        return file("truncated_image", "The file ends before the picture does. Send it again, whole.");
    }

    static PlatformException empty() {
        return file("empty_image", "The file is empty.");
    }

    static PlatformException tooLarge(long maxBytes) {
        return file("payload_too_large", "The file is larger than " + maxBytes + " bytes.");
    }

    static PlatformException tooManyPixels(long width, long height, long maxPixels) {
        return file(
                "image_too_many_pixels",
                "The picture has " + width + "x" + height + " pixels; at most " + maxPixels + " are taken.");
    }
}
