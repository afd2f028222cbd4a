package org.image2ai.admin.backup;

import java.io.IOException;
import java.util.Dictionary;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.ObjectStore;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The object store that the blob service uses, by the same setting. The blob service shows a bundle its own blobs
 * only, and a backup is of everybody's.
 */
@Component(service = LiveStore.class)
public final class LiveStore {
    private static final String BLOBS = "org.image2ai.blobs";
    private static final String DEFAULT = "filesystem";

    private final BundleContext context;
    private final ConfigurationAdmin settings;

    @Activate
    public LiveStore(BundleContext context, @Reference ConfigurationAdmin settings) {
        this.context = context;
        this.settings = settings;
    }

    ObjectStore get() {
        String name = name();
        try {
            List<ServiceReference<ObjectStore>> found = List.copyOf(context.getServiceReferences(
                    ObjectStore.class,
                    FrameworkUtil.createFilter("(image2ai.store.id=" + name + ")")
                            .toString()));
            return found.stream()
                    .findFirst()
                    .map(context::getService)
                    .orElseThrow(() -> PlatformException.upstream(
                            "storage_unavailable", "The object store " + name + " is not there.", true));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("The name of the object store is not one: " + name, e);
        }
    }

    private String name() {
        try {
            Configuration[] found = settings.listConfigurations("(service.pid=" + BLOBS + ")");
            Dictionary<String, Object> blobs = found == null ? null : found[0].getProperties();
            return Optional.ofNullable(blobs)
                    .map(properties -> properties.get("store"))
                    .map(Object::toString)
                    .orElse(DEFAULT);
        } catch (IOException | InvalidSyntaxException e) {
            throw PlatformException.internal("storage_unavailable", "The name of the object store is not known.", e);
        }
    }
}
