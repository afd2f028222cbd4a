package org.image2ai.model.fal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.Money;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.Download;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorFailure;

/** One rendering, from the queue to the last picture. */
final class Rendering {
    /** So near to its end the platform interrupts us, and nobody comes back for the work. */
    private static final Duration NEAR = Duration.ofSeconds(1);

    private final VendorClient client;
    private final Queue queue;
    private final Endpoint endpoint;
    private final RenderRequest request;
    private final RenderSession session;

    Rendering(VendorClient client, Queue queue, Endpoint endpoint, RenderRequest request, RenderSession session) {
        this.client = client;
        this.queue = queue;
        this.endpoint = endpoint;
        this.request = request;
        this.session = session;
    }

    /** Goes on with what an earlier try queued, or queues it, and saves its id at once: to queue again is to pay again. */
    RenderResult run(ModelCall call, Instant deadline) {
        Ticket ticket = session.checkpoint()
                .flatMap(token -> Ticket.saved(endpoint.id(), token))
                .orElseGet(() -> submit(call, deadline));
        try {
            await(ticket, deadline);
            return fetch(new Output(result(ticket, deadline)), ticket);
        } catch (PlatformException e) {
            throw identified(e, ticket);
        }
    }

    private Ticket submit(ModelCall call, Instant deadline) {
        session.progress(0.05, "sending");
        Ticket ticket = queue.submit(call, endpoint, request, Duration.between(Instant.now(), deadline));
        session.checkpoint(ticket.token());
        return ticket;
    }

    private void await(Ticket ticket, Instant deadline) {
        try {
            queue.await(endpoint, ticket, session, deadline);
        } catch (PlatformException e) {
            if (session.cancelled() || !Instant.now().isBefore(deadline.minus(NEAR))) {
                withdraw(ticket, e);
            }
            throw e;
        }
    }

    /** Also on a thread that was interrupted, which would let no request out. */
    private void withdraw(Ticket ticket, PlatformException reason) {
        boolean interrupted = Thread.interrupted();
        try {
            queue.cancel(endpoint, ticket);
            session.checkpoint(Ticket.NONE);
        } catch (PlatformException e) {
            reason.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private JsonNode result(Ticket ticket, Instant deadline) {
        try {
            return queue.result(endpoint, ticket, deadline);
        } catch (PlatformException e) {
            throw e.details().containsKey(FalErrors.DETAIL) ? ended(e) : e;
        }
    }

    /** A request that failed there stays failed: the next try has to queue another. */
    private PlatformException ended(PlatformException e) {
        session.checkpoint(Ticket.NONE);
        return e;
    }

    private static PlatformException identified(PlatformException e, Ticket ticket) {
        Map<String, String> details = new HashMap<>(e.details());
        details.putIfAbsent("vendorRequestId", ticket.id());
        PlatformException told = e.withDetails(details);
        for (Throwable suppressed : e.getSuppressed()) {
            told.addSuppressed(suppressed);
        }
        return told;
    }

    private RenderResult fetch(Output output, Ticket ticket) {
        List<Output.Picture> pictures = output.pictures();
        if (pictures.isEmpty()) {
            throw ended(
                    VendorFailure.unavailable(client.vendor(), "ended without a picture", Optional.of(ticket.id())));
        }
        List<String> clean = pictures.stream()
                .filter(picture -> !picture.flagged())
                .map(Output.Picture::url)
                .limit(request.count())
                .toList();
        Money cost = cost(pictures);
        if (clean.isEmpty()) {
            throw flagged(cost);
        }
        Download download = new Download(client, request, session);
        List<RenderedImage> images = new ArrayList<>();
        // One seed makes a whole batch: only that of a single picture gives it again.
        Optional<Long> seed = pictures.size() == 1 ? output.seed() : Optional.empty();
        for (String url : clean) {
            if (!url.matches("https?://.+")) {
                throw VendorFailure.unavailable(client.vendor(), "named no address", Optional.of(ticket.id()));
            }
            download.to(url, images.size());
            images.add(new RenderedImage(images.size(), seed));
        }
        session.progress(1, "done");
        return new RenderResult(images, List.of(), Optional.of(cost), Optional.of(ticket.id()), Map.of());
    }

    /** By fal's list; its answers do not say. */
    private Money cost(List<Output.Picture> pictures) {
        return endpoint.tariff()
                .cost(pictures.stream()
                        .map(picture -> picture.pixels().orElseGet(this::expectedPixels))
                        .toList());
    }

    private long expectedPixels() {
        return request.size().map(Tariff::pixels).orElseGet(() -> {
            long scale = endpoint.parameters().contains(Parameters.SCALE)
                    ? request.integer("scale").orElse((long) Parameters.SCALES.get(0))
                    : 1;
            return scale
                    * scale
                    * request.inputs().stream()
                            .filter(input -> input.role() == RenderInput.Role.IMAGE)
                            .mapToLong(input -> (long) input.width() * input.height())
                            .max()
                            .orElse(1);
        });
    }

    /** Pictures that the checker took away were made, and are paid. */
    private PlatformException flagged(Money cost) {
        return PlatformException.denied(
                        "content_refused", "The safety system of " + client.vendor() + " refused the result.")
                .withDetails(Map.of(
                        "cost",
                        cost.amount().toPlainString(),
                        "currency",
                        cost.currency().getCurrencyCode(),
                        FalErrors.DETAIL,
                        "has_nsfw_concepts"));
    }
}
