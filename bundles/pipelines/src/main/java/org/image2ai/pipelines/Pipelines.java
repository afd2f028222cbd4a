package org.image2ai.pipelines;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.image2ai.api.generation.WorkQueue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one CamelContext. It runs the routes of every {@link RouteBuilder} service, and wakes them for work. */
@Component(immediate = true, configurationPid = "org.image2ai.pipelines")
@Designate(ocd = PipelinesConfig.class)
public final class Pipelines implements WorkQueue {
    private static final Logger LOG = LoggerFactory.getLogger(Pipelines.class);

    private final PipelinesConfig config;
    private final DefaultCamelContext camel;
    private final ProducerTemplate words;
    private final Map<RouteBuilder, String[]> routes = new ConcurrentHashMap<>();

    @Activate
    public Pipelines(PipelinesConfig config) {
        this.config = config;
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DefaultCamelContext.class.getClassLoader());
        try {
            camel = new DefaultCamelContext(false);
            camel.getCamelContextExtension().setName("image2ai");
            camel.setApplicationContextClassLoader(DefaultCamelContext.class.getClassLoader());
            camel.setLoadTypeConverters(false);
            camel.getShutdownStrategy().setTimeout(config.stopSeconds());
            camel.getShutdownStrategy().setSuppressLoggingOnTimeout(true);
            camel.start();
            words = camel.createProducerTemplate();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Deactivate
    void close() {
        camel.stop();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRoutes(RouteBuilder builder) throws Exception {
        camel.addRoutes(builder);
        routes.put(
                builder,
                builder.getRouteCollection().getRoutes().stream()
                        .map(route -> route.getRouteId())
                        .toArray(String[]::new));
        wake();
    }

    void removeRoutes(RouteBuilder builder) throws Exception {
        for (String id : routes.remove(builder)) {
            camel.getRouteController().stopRoute(id);
            camel.removeRoute(id);
        }
    }

    @Override
    public void wake() {
        if (camel.getStatus() != ServiceStatus.Started) {
            return;
        }
        try {
            words.sendBody(config.wakeUri(), "work");
        } catch (RuntimeException e) {
            LOG.debug("Nobody was woken; the sweep finds the work.", e);
        }
    }
}
