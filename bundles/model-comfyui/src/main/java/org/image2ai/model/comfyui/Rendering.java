package org.image2ai.model.comfyui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.Download;
import org.image2ai.kit.vendor.VendorClient;

/** One rendering of a workflow, from the upload of its inputs to the last picture. */
final class Rendering {
    /** So near to its end the platform interrupts us, and nobody comes back for the work. */
    private static final Duration NEAR = Duration.ofSeconds(1);

    private final VendorClient client;
    private final Workflow workflow;
    private final RenderRequest request;
    private final RenderSession session;

    Rendering(VendorClient client, Workflow workflow, RenderRequest request, RenderSession session) {
        this.client = client;
        this.workflow = workflow;
        this.request = request;
        this.session = session;
    }

    /**
     * Goes on with what an earlier try queued, or queues it. The id is saved before the server has it, so that a try
     * that dies in between finds it as well; a prompt that the server lost is queued again with its seed.
     *
     * @param fresh what is queued where there is nothing to go on with
     */
    RenderResult run(Prompts prompts, Ticket fresh, Instant deadline) {
        Optional<Ticket> earlier = session.checkpoint().flatMap(Ticket::of);
        Ticket ticket = earlier.orElse(fresh);
        boolean queued = earlier.isPresent() && prompts.has(ticket.id(), deadline);
        if (earlier.isPresent() && !queued) {
            ticket = ticket.withId(fresh.id());
        }
        try {
            if (!queued) {
                ticket = submit(prompts, ticket, deadline);
            }
            Ending ending = prompts.await(ticket.id(), session, deadline);
            return fetch(ending.pictures(workflow.result(), client.vendor()), ticket);
        } catch (PlatformException e) {
            if (session.cancelled() || !Instant.now().isBefore(deadline.minus(NEAR))) {
                withdraw(prompts, ticket, e);
            }
            throw e;
        }
    }

    private Ticket submit(Prompts prompts, Ticket ticket, Instant deadline) {
        session.progress(0.05, "sending");
        Map<String, Object> values = workflow.values(request, ticket.seed());
        values.putAll(new Uploads(client, deadline).of(request));
        session.checkpoint(ticket.token());
        Ticket given =
                ticket.withId(prompts.submit(ticket.id(), workflow.template().fill(values), deadline));
        if (!given.equals(ticket)) {
            session.checkpoint(given.token());
        }
        return given;
    }

    private RenderResult fetch(List<String> addresses, Ticket ticket) {
        session.progress(0.9, "fetching");
        int pictures = Math.min(addresses.size(), request.count());
        Download download = new Download(client, request, session);
        for (int number = 0; number < pictures; number++) {
            download.to(addresses.get(number), number);
        }
        session.progress(1, "done");
        // One seed makes a whole batch: only that of a single picture gives it again.
        Optional<Long> seed =
                workflow.isSeeded() && request.count() == 1 ? Optional.of(ticket.seed()) : Optional.empty();
        List<RenderedImage> images = IntStream.range(0, pictures)
                .mapToObj(number -> new RenderedImage(number, seed))
                .toList();
        return new RenderResult(images, List.of(), Optional.empty(), Optional.of(ticket.id()), Map.of());
    }

    /** Also on a thread that was interrupted, which would let no request out. */
    private static void withdraw(Prompts prompts, Ticket ticket, PlatformException reason) {
        boolean interrupted = Thread.interrupted();
        try {
            prompts.withdraw(ticket.id());
        } catch (PlatformException e) {
            reason.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
