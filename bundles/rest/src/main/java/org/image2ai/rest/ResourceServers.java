package org.image2ai.rest;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.Path;
import javax.ws.rs.core.Feature;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;
import org.apache.cxf.jaxrs.sse.SseFeature;
import org.apache.cxf.logging.FaultListener;
import org.image2ai.api.privacy.Visits;
import org.image2ai.api.security.Authenticator;

/** Makes a CXF server for a resource, at the literal path of its class, so that others are not touched. */
final class ResourceServers implements AutoCloseable {
    private final Bus bus;
    private final List<Object> providers = new ArrayList<>();

    ResourceServers(RestConfig config, Found found, ErrorShapes shapes) {
        bus = inClassLoader(CXFBusFactory.class, () -> new CXFBusFactory().createBus());
        bus.setProperty(FaultListener.class.getName(), new GoneFaults());
        ProblemMapper problems = new ProblemMapper(shapes);
        providers.addAll(List.of(
                new GoneClients(),
                new UploadReader(config.maxMultipartBytes()),
                new FormReader(config.maxMultipartBytes()),
                new JacksonJsonProvider(Json.mapper()),
                problems,
                new HttpProblemMapper(problems)));
        providers.addAll(Contexts.providers());
        providers.add(inOrder(
                new RequestIds(),
                new Cors(config.corsOrigins()),
                new Guard(found.authenticator()),
                new PrivacySignals(found.visits()),
                new RateLimit(config.requestsPerMinute()),
                new BodyLimit(config.maxJsonBytes())));
    }

    /** Services that come and go. */
    record Found(Supplier<Optional<Authenticator>> authenticator, Supplier<Optional<Visits>> visits) {}

    /** Filters in the order in which they see a request; without priorities CXF takes any. */
    private static Feature inOrder(Object... filters) {
        return context -> {
            for (int i = 0; i < filters.length; i++) {
                context.register(filters[i], i);
            }
            return true;
        };
    }

    Bus bus() {
        return bus;
    }

    /** Where a resource class is served. */
    static String address(Class<?> resource) {
        Path path = resource.getAnnotation(Path.class);
        if (path == null || path.value().contains("{")) {
            throw new IllegalArgumentException(resource.getName() + " has no literal @Path at its class");
        }
        String trimmed = path.value().replaceAll("^/+|/+$", "");
        return "/" + trimmed;
    }

    /** Opens a server; it answers when this returns. */
    Server open(Object resource) {
        return inClassLoader(resource.getClass(), () -> {
            JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
            factory.setBus(bus);
            factory.setAddress(address(resource.getClass()));
            factory.setServiceBean(resource);
            factory.setProviders(providers);
            factory.setFeatures(List.of(new SseFeature()));
            factory.setProperties(
                    Map.of("wadl.service.description.available", false, "default.wae.mapper.least.specific", true));
            for (ClassResourceInfo info : factory.getServiceFactory().getClassResourceInfo()) {
                info.setURITemplate(URITemplate.createTemplate("/"));
            }
            return factory.create();
        });
    }

    @Override
    public void close() {
        bus.shutdown(true);
    }

    /** CXF finds its own parts through the class loader of the thread. */
    private static <T> T inClassLoader(Class<?> owner, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(owner.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
