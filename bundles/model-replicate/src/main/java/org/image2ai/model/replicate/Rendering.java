package org.image2ai.model.replicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.Download;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorFailure;

/** One rendering, from the upload of its pictures to the copy of what came out. */
final class Rendering {
    /** So near to its end the platform interrupts us, and nobody comes back for the work. */
    private static final Duration NEAR = Duration.ofSeconds(1);

    private final VendorClient client;
    private final Predictions predictions;
    private final RenderRequest request;
    private final RenderSession session;
    private final Instant deadline;

    Rendering(Line line, RenderRequest request, RenderSession session, Instant deadline) {
        this.client = line.client();
        this.predictions = line.predictions();
        this.request = request;
        this.session = session;
        this.deadline = deadline;
    }

    /** The way to one account. */
    record Line(VendorClient client, Predictions predictions) {}

    /**
     * Goes on with what an earlier try started, or starts it. One of which nothing can come any more is started again.
     * A thread that is only interrupted leaves it at Replicate for who comes next.
     */
    RenderResult run(ReplicateModel model) {
        Optional<Ticket> earlier = session.checkpoint().flatMap(Ticket::of);
        refuseCancelled(earlier);
        Ticket ticket = earlier.filter(this::isAlive).orElseGet(() -> start(model, earlier));
        Prediction ended = await(ticket);
        try {
            return fetch(ended);
        } finally {
            despiteInterruption(() -> Files.remove(client, ticket.files()));
        }
    }

    private void refuseCancelled(Optional<Ticket> earlier) {
        if (session.cancelled()) {
            PlatformException e = VendorFailure.cancelled();
            earlier.ifPresent(ticket -> withdraw(ticket, e));
            throw e;
        }
    }

    private boolean isAlive(Ticket ticket) {
        return predictions
                .find(ticket.id(), deadline)
                .filter(prediction -> !prediction.isLost())
                .isPresent();
    }

    private Ticket start(ReplicateModel model, Optional<Ticket> lost) {
        lost.ifPresent(ticket -> Files.remove(client, ticket.files()));
        session.progress(0.05, "sending");
        Files files = new Files(client, deadline);
        try {
            ObjectNode input = Inputs.of(model, request, files);
            Ticket ticket = new Ticket(predictions.start(model, input, deadline), files.ids());
            session.checkpoint(ticket.token());
            return ticket;
        } catch (PlatformException e) {
            despiteInterruption(() -> Files.remove(client, files.ids()));
            throw e;
        }
    }

    private Prediction await(Ticket ticket) {
        try {
            return predictions.await(ticket.id(), session, deadline);
        } catch (PlatformException e) {
            if (session.cancelled() || !Instant.now().isBefore(deadline.minus(NEAR))) {
                withdraw(ticket, e);
            } else if (!e.retryable() && !Thread.currentThread().isInterrupted()) {
                Files.remove(client, ticket.files());
            }
            throw e;
        }
    }

    private RenderResult fetch(Prediction ended) {
        List<String> addresses = ended.pictures(client.vendor());
        session.progress(0.9, "fetching");
        int pictures = Math.min(addresses.size(), request.count());
        Download download = new Download(client, request, session);
        for (int number = 0; number < pictures; number++) {
            download.to(addresses.get(number), number);
        }
        session.progress(1, "done");
        // One seed makes a whole batch: only that of a single picture gives it again.
        Optional<Long> seed = request.count() == 1 ? request.integer("seed") : Optional.empty();
        List<RenderedImage> images = IntStream.range(0, pictures)
                .mapToObj(number -> new RenderedImage(number, seed))
                .toList();
        return new RenderResult(images, List.of(), Optional.empty(), Optional.of(ended.id()), ended.details());
    }

    private void withdraw(Ticket ticket, PlatformException reason) {
        despiteInterruption(() -> {
            try {
                predictions.cancel(ticket.id());
            } catch (PlatformException e) {
                reason.addSuppressed(e);
            }
            Files.remove(client, ticket.files());
        });
    }

    /** A thread that was interrupted would let no request out. */
    private static void despiteInterruption(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
