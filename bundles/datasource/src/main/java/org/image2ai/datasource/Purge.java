package org.image2ai.datasource;

import java.io.IOException;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.DeletedRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@link DeletedRows} of the configured database. */
@Component(configurationPid = "org.image2ai.datasource")
public final class Purge implements DeletedRows {
    private final boolean builtIn;

    @Activate
    public Purge(DataSourceConfig config) {
        builtIn = config.url().isEmpty();
    }

    @Override
    public void purge() {
        if (!builtIn) {
            return;
        }
        try {
            DatabaseFile.usual().wishPurge();
        } catch (IOException e) {
            throw PlatformException.internal("purge_not_noted", "The data folder could not be written to.", e);
        }
    }
}
