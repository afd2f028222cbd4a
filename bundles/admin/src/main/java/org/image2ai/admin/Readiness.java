package org.image2ai.admin;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.image2ai.api.health.HealthNotice;
import org.image2ai.api.health.ReadinessCheck;
import org.image2ai.api.model.ModelCatalogue;
import org.image2ai.api.moderation.ContentReview;
import org.image2ai.api.rest.Endpoint;
import org.image2ai.api.storage.BlobService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** What is missing for the server to be ready. It looks services up each time, since they come and go. */
@Component(service = Readiness.class, configurationPid = "org.image2ai.admin")
@Designate(ocd = AdminConfig.class)
public final class Readiness {
    private static final int DATABASE_SECONDS = 2;

    private final BundleContext context;
    private final List<String> services;
    private final List<String> endpoints;
    private final Maintenance maintenance;

    @Activate
    public Readiness(BundleContext context, AdminConfig config, @Reference Maintenance maintenance) {
        this.context = context;
        this.maintenance = maintenance;
        this.services = list(config.requiredServices());
        this.endpoints = list(config.requiredEndpoints());
    }

    /** What is missing, in a few words each; empty when the server is ready. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        services.stream().filter(name -> !lives(name)).forEach(name -> missing.add("service " + name));
        Set<Object> served = served();
        endpoints.stream()
                .filter(address -> !served.contains(address))
                .forEach(address -> missing.add("endpoint " + address));
        models(missing);
        reviewers(missing);
        database(missing);
        storage(missing);
        checks(missing);
        maintenance.reason().ifPresent(missing::add);
        return missing;
    }

    /** Whether a service is there and works: one that is registered may still be beginning, or fail to. */
    private boolean lives(String name) {
        ServiceReference<?> reference = context.getServiceReference(name);
        if (reference == null) {
            return false;
        }
        try {
            return context.getService(reference) != null;
        } finally {
            context.ungetService(reference);
        }
    }

    private static List<String> list(String commas) {
        return Arrays.stream(commas.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Set<Object> served() {
        try {
            return context.getServiceReferences(Endpoint.class, null).stream()
                    .map(endpoint -> endpoint.getProperty("address"))
                    .collect(Collectors.toSet());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void models(List<String> missing) {
        ServiceReference<ModelCatalogue> reference = context.getServiceReference(ModelCatalogue.class);
        if (reference == null || context.getService(reference).models().isEmpty()) {
            missing.add("a model");
        }
    }

    /** Whether content can be reviewed; that there is a review at all is for the required services to say. */
    private void reviewers(List<String> missing) {
        ServiceReference<ContentReview> reference = context.getServiceReference(ContentReview.class);
        if (reference == null) {
            return;
        }
        try {
            Optional.ofNullable(context.getService(reference))
                    .flatMap(ContentReview::missing)
                    .ifPresent(missing::add);
        } finally {
            context.ungetService(reference);
        }
    }

    /** What bundles say themselves must be done first. */
    private void checks(List<String> missing) {
        try {
            for (ServiceReference<ReadinessCheck> reference :
                    context.getServiceReferences(ReadinessCheck.class, null)) {
                try {
                    Optional.ofNullable(context.getService(reference))
                            .flatMap(ReadinessCheck::missing)
                            .ifPresent(missing::add);
                } finally {
                    context.ungetService(reference);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What somebody must look after though the server works. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        try {
            for (ServiceReference<HealthNotice> reference : context.getServiceReferences(HealthNotice.class, null)) {
                try {
                    Optional.ofNullable(context.getService(reference))
                            .flatMap(HealthNotice::notice)
                            .ifPresent(notices::add);
                } finally {
                    context.ungetService(reference);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return notices;
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
            context.getService(reference).requireRoom();
        } catch (PlatformException e) {
            missing.add(e.type() == ErrorType.EXHAUSTED ? "free space in the store" : "an answer of the store");
        } finally {
            context.ungetService(reference);
        }
    }
}
