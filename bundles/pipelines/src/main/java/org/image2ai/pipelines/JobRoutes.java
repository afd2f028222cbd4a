package org.image2ai.pipelines;

import org.apache.camel.builder.RouteBuilder;
import org.image2ai.api.generation.JobWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A word that work waits makes a worker run job after job until none waits. */
@Component(service = RouteBuilder.class, configurationPid = "org.image2ai.pipelines")
public final class JobRoutes extends RouteBuilder {
    private final Steps steps;
    private final String workUri;

    @Activate
    public JobRoutes(PipelinesConfig config, @Reference JobWork work) {
        this(new Steps(work), config.workUri());
    }

    JobRoutes(Steps steps, String workUri) {
        this.steps = steps;
        this.workUri = workUri;
    }

    @Override
    public void configure() {
        from("direct:job")
                .routeId("job")
                .doTry()
                .bean(steps, "render")
                .bean(steps, "verify")
                .bean(steps, "review")
                .bean(steps, "complete")
                .doCatch(Throwable.class)
                .bean(steps, "fail")
                .end();
        from(workUri)
                .routeId("work")
                .loopDoWhile(method(steps, "claim"))
                .to("direct:job")
                .end();
    }
}
