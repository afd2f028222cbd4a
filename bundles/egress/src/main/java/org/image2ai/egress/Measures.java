package org.image2ai.egress;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** How often and how long each way is gone: {@code image2ai_egress_seconds}, to the head of the answer. */
@Component(service = Measures.class)
public final class Measures {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile MeterRegistry registry;

    void count(Way way, String outcome, long nanos) {
        MeterRegistry here = registry;
        if (here != null) {
            here.timer("image2ai.egress", "way", way.name(), "outcome", outcome).record(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
