package org.image2ai.generation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.image2ai.api.generation.WorkQueue;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The queues that are there. Without any a job waits until one comes: the row is the truth. A queue is looked up when it
 * is needed and not before, for the one that runs jobs needs this bundle to begin.
 */
@Component(service = Wakeups.class)
public final class Wakeups {
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.UPDATE)
    private final List<ComponentServiceObjects<WorkQueue>> queues = new CopyOnWriteArrayList<>();

    /** Says that work waits. */
    void wake() {
        queues.forEach(Wakeups::wake);
    }

    private static void wake(ComponentServiceObjects<WorkQueue> objects) {
        WorkQueue queue = objects.getService();
        if (queue == null) {
            return;
        }
        try {
            queue.wake();
        } finally {
            giveBack(objects, queue);
        }
    }

    private static void giveBack(ComponentServiceObjects<WorkQueue> objects, WorkQueue queue) {
        try {
            objects.ungetService(queue);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // It went away meanwhile, as while bundles start: there is nothing left to give back.
            return;
        }
    }
}
