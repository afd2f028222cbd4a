package org.image2ai.plugins;

import java.nio.file.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;

/** A server with two versions of a plugin to put in. */
public abstract class LifeBench {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    Path first;
    Path second;
    Path shelf;
    Server server;

    @Before
    public void begin() throws Exception {
        Path root = folder.getRoot().toPath();
        first = Jars.plugin(root.resolve("plugin-1.jar"), "1.0.0", "one");
        second = Jars.plugin(root.resolve("plugin-2.jar"), "1.1.0", "two");
        shelf = root.resolve("shelf");
        server = new Server(shelf);
    }
}
