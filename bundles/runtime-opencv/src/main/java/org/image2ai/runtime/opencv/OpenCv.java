package org.image2ai.runtime.opencv;

/** Loads OpenCV's native library: once for each class loader of this bundle, so that a new version can take its place. */
public final class OpenCv {
    private OpenCv() {}

    private static final class Loaded {
        static {
            nu.pattern.OpenCV.loadLocally();
        }

        private Loaded() {}

        static void touch() {}
    }

    /**
     * Must be called before any class of {@code org.opencv} is used; any number of times, from any thread.
     *
     * @throws LinkageError when this platform has no native library here: it is there for Linux and macOS on x64 and
     *     arm64, and for Windows on x64
     */
    public static void load() {
        Loaded.touch();
    }
}
