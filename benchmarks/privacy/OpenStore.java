package org.image2ai.storage.filesystem;

import java.nio.file.Path;
import org.image2ai.api.storage.ObjectStore;

/** The store of the distribution in a folder. */
public final class OpenStore {
    private OpenStore() {}

    public static ObjectStore in(Path folder) {
        return new FilesystemStore(folder, false);
    }
}
