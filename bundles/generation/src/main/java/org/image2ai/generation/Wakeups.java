package org.image2ai.generation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.image2ai.api.generation.WorkQueue;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The queues that are there. Without any a job waits until one comes: the row is the truth. */
@Component(service = Wakeups.class)
public final class Wakeups {
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.UPDATE)
    private final List<WorkQueue> queues = new CopyOnWriteArrayList<>();

    /** Says that work waits. */
    void wake() {
        queues.forEach(WorkQueue::wake);
    }
}
