package org.image2ai.admin;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.BlobService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** What is missing for the server to be ready. It looks services up each time, since they come and go. */
@Component(service = Readiness.class, configurationPid = "org.image2ai.admin")
@Designate(ocd = AdminConfig.class)
public final class Readiness {
    private static final int DATABASE_SECONDS = 2;

    private final BundleContext context;
    private final List<String> required;
    private final long minFreeBytes;

    @Activate
    public Readiness(BundleContext context, AdminConfig config) {
        this.context = context;
        this.required = Arrays.stream(config.requiredServices().split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        this.minFreeBytes = config.minFreeBytes();
    }

    /** What is missing, in a few words each; empty when the server is ready. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (String name : required) {
            if (context.getServiceReference(name) == null) {
                missing.add("service " + name);
            }
        }
        database(missing);
        storage(missing);
        return missing;
    }

    private void database(List<String> missing) {
        ServiceReference<DataSource> reference = context.getServiceReference(DataSource.class);
        if (reference == null) {
            return;
        }
        try (Connection connection = context.getService(reference).getConnection()) {
            if (!connection.isValid(DATABASE_SECONDS)) {
                missing.add("an answer of the database");
            }
        } catch (SQLException e) {
            missing.add("a connection to the database");
        } finally {
            context.ungetService(reference);
        }
    }

    private void storage(List<String> missing) {
        ServiceReference<BlobService> reference = context.getServiceReference(BlobService.class);
        if (reference == null) {
            missing.add("service " + BlobService.class.getName());
            return;
        }
        try {
            if (context.getService(reference).freeBytes() < minFreeBytes) {
                missing.add("free space in the store");
            }
        } catch (PlatformException e) {
            missing.add("an answer of the store");
        } finally {
            context.ungetService(reference);
        }
    }
}
