package org.image2ai.moderation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** What waits for a moderator. */
@Component(service = AdminReviewsResource.class)
@JaxrsResource
@Path("/api/v1/admin/reviews")
@Produces("application/json")
public final class AdminReviewsResource {
    private static final int LONGEST_NOTE = 2_000;

    private final Reviews reviews;
    private final HeldFiles files;
    private final Decisions decisions;

    @Activate
    public AdminReviewsResource(
            @Reference Reviews reviews, @Reference HeldFiles files, @Reference Decisions decisions) {
        this.reviews = reviews;
        this.files = files;
        this.decisions = decisions;
    }

    /**
     * What a moderator says.
     *
     * @param note for the person, at most 2,000 characters; may be absent
     */
    public record DecisionBody(Optional<String> note) {
        static String note(DecisionBody body) {
            String said = body == null || body.note() == null
                    ? ""
                    : body.note().orElse("").strip();
            if (said.length() > LONGEST_NOTE) {
                throw PlatformException.invalid("invalid_note", "A note has at most 2000 characters.")
                        .withField("note");
            }
            return said;
        }
    }

    /** What waits, that which waits longest first; with {@code state=all} everything. */
    @GET
    @Permission("admin:moderation:read")
    public Page<QueuedReview> list(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return reviews.list(states(state), new PageRequest(Optional.ofNullable(cursor), limit))
                .map(QueuedReview::of);
    }

    static Set<Review.State> states(String state) {
        return switch (state) {
            case "open" -> EnumSet.of(Review.State.HELD, Review.State.APPEALED);
            case "all" -> EnumSet.allOf(Review.State.class);
            default ->
                throw PlatformException.invalid("invalid_state", "state is open or all.")
                        .withField("state");
        };
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Permission("admin:moderation:read")
    public QueuedReview get(@PathParam("id") String id) {
        return QueuedReview.of(reviews.require(id));
    }

    /** The picture of one that is held. */
    @GET
    @Path("{id}/picture")
    @Produces("*/*")
    @Permission("admin:moderation:read")
    @Answers(value = byte[].class, status = 200)
    public Response picture(@PathParam("id") String id) {
        Review review = reviews.require(id);
        if (!review.hasFile()) {
            throw PlatformException.notFound("picture", "of " + id);
        }
        return Response.ok(files.open(review), review.picture().orElseThrow().mediaType())
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Lets content through; a held picture comes into its owner's library. */
    @POST
    @Path("{id}/approve")
    @Consumes("application/json")
    @Permission("admin:moderation:decide")
    public QueuedReview approve(@Context Identity caller, @PathParam("id") String id, DecisionBody body) {
        return QueuedReview.of(
                decisions.approve(id, DecisionBody.note(body), caller.account().value()));
    }

    /** Does not let content through; what was held gets its strike. */
    @POST
    @Path("{id}/reject")
    @Consumes("application/json")
    @Permission("admin:moderation:decide")
    public QueuedReview reject(@Context Identity caller, @PathParam("id") String id, DecisionBody body) {
        return QueuedReview.of(
                decisions.reject(id, DecisionBody.note(body), caller.account().value()));
    }
}
