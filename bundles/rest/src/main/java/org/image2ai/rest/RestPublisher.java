package org.image2ai.rest;

import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.Servlet;
import org.apache.cxf.endpoint.Server;
import org.image2ai.api.privacy.Visits;
import org.image2ai.api.rest.Endpoint;
import org.image2ai.api.security.Authenticator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes every service with {@code osgi.jaxrs.resource=true} while it lives. Resources have no type in common, so a
 * tracker finds them by that property.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.image2ai.rest")
@Designate(ocd = RestConfig.class)
public final class RestPublisher implements ServiceTrackerCustomizer<Object, RestPublisher.Published> {
    private static final Logger LOG = LoggerFactory.getLogger(RestPublisher.class);

    /** A resource that is being served. */
    record Published(Object resource, String address, Server server, ServiceRegistration<Endpoint> endpoint) {}

    private final BundleContext context;
    private final ErrorShapes shapes;
    private final ResourceServers servers;
    private final Map<String, Published> byAddress = new ConcurrentHashMap<>();
    private final ServiceTracker<Authenticator, Authenticator> authenticator;
    private final ServiceTracker<Visits, Visits> visits;
    private final ServiceTracker<Object, Published> resources;
    private final OpenApiDocument document = new OpenApiDocument();
    private final ServiceRegistration<javax.servlet.Filter> bodies;
    private final ServiceRegistration<Servlet> servlet;

    @Activate
    public RestPublisher(BundleContext context, RestConfig config, @Reference ServiceComponentRuntime components)
            throws InvalidSyntaxException {
        this.context = context;
        authenticator = new ServiceTracker<>(context, Authenticator.class, null);
        authenticator.open();
        shapes = new ErrorShapes(context);
        visits = new ServiceTracker<>(context, Visits.class, null);
        visits.open();
        ResourceServers.Found found = new ResourceServers.Found(
                () -> Optional.ofNullable(authenticator.getService()), () -> Optional.ofNullable(visits.getService()));
        servers = new ResourceServers(config, found, shapes);
        servers.open(new FallbackResource());
        servers.open(new OpenApiResource(document));
        servers.open(new DocsResource(context.getBundle()));
        Filter filter = context.createFilter("(osgi.jaxrs.resource=true)");
        resources = new ServiceTracker<>(context, filter, this);
        resources.open();
        FrontServlet front = new FrontServlet(new AwaitedAddresses(context, components, byAddress::keySet));
        front.setBus(servers.bus());
        bodies = context.registerService(javax.servlet.Filter.class, new UnhurriedBodies(), filterProperties());
        servlet = context.registerService(Servlet.class, front, servletProperties());
    }

    @Deactivate
    void close() {
        servlet.unregister();
        bodies.unregister();
        resources.close();
        servers.close();
        authenticator.close();
        visits.close();
        shapes.close();
    }

    private static Hashtable<String, Object> filterProperties() {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.whiteboard.filter.pattern", "/*");
        properties.put("osgi.http.whiteboard.filter.name", "image2ai-bodies");
        properties.put("osgi.http.whiteboard.filter.asyncSupported", true);
        properties.put("osgi.http.whiteboard.filter.dispatcher", new String[] {"REQUEST", "ASYNC"});
        return properties;
    }

    private static Hashtable<String, Object> servletProperties() {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.whiteboard.servlet.pattern", "/*");
        properties.put("osgi.http.whiteboard.servlet.name", "image2ai-rest");
        properties.put("osgi.http.whiteboard.servlet.asyncSupported", true);
        properties.put("servlet.init.hide-service-list-page", "true");
        properties.put(Constants.SERVICE_DESCRIPTION, "The REST API");
        return properties;
    }

    @Override
    public Published addingService(ServiceReference<Object> reference) {
        Object resource = context.getService(reference);
        if (resource == null) {
            return null; // Its component could not begin, or is going already.
        }
        try {
            String address = ResourceServers.address(resource.getClass());
            if (byAddress.containsKey(address)) {
                throw new IllegalArgumentException("another resource is served at " + address);
            }
            Server server = servers.open(resource);
            Published published = new Published(resource, address, server, announce(address));
            byAddress.put(address, published);
            document.add(resource.getClass());
            LOG.info("Serving {}", address);
            return published;
        } catch (RuntimeException e) {
            LOG.error("Resource {} of {} cannot be served.", resource.getClass(), reference.getBundle(), e);
            context.ungetService(reference);
            return null;
        }
    }

    private ServiceRegistration<Endpoint> announce(String address) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("address", address);
        return context.registerService(Endpoint.class, () -> address, properties);
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, Published published) {
        // The properties say nothing more than that it is a resource.
    }

    @Override
    public void removedService(ServiceReference<Object> reference, Published published) {
        published.endpoint().unregister();
        byAddress.remove(published.address());
        document.remove(published.resource().getClass());
        published.server().destroy();
        context.ungetService(reference);
        LOG.info("No longer serving {}", published.address());
    }
}
