package org.image2ai.moderation;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.image2ai.api.CallContext;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** What of a person's content did not pass, and the way to appeal. */
@Component(service = ReviewsResource.class)
@JaxrsResource
@Path("/api/v1/reviews")
@Produces("application/json")
public final class ReviewsResource {
    private static final int LONGEST_APPEAL = 4_000;

    private final Reviews reviews;
    private final Strikes strikes;
    private final Decisions decisions;

    @Activate
    public ReviewsResource(@Reference Reviews reviews, @Reference Strikes strikes, @Reference Decisions decisions) {
        this.reviews = reviews;
        this.strikes = strikes;
        this.decisions = decisions;
    }

    /**
     * An appeal.
     *
     * @param message why the refusal is wrong, 1 to 4,000 characters
     */
    public record AppealBody(String message) {}

    /** What did not pass, newest first. */
    @GET
    @Permission("review:read")
    public Page<ReviewView> list(
            @Context CallContext call,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return reviews.list(call.account(), new PageRequest(Optional.ofNullable(cursor), limit))
                .map(ReviewView::of);
    }

    /** The strikes of the caller, and whether they suspend the account. */
    @GET
    @Path("standing")
    @Permission("review:read")
    public StandingView standing(@Context CallContext call) {
        return StandingView.of(strikes.live(call.account()), strikes);
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Permission("review:read")
    public ReviewView get(@Context CallContext call, @PathParam("id") String id) {
        return ReviewView.of(mine(call, id));
    }

    private Review mine(CallContext call, String id) {
        Review review = reviews.require(id);
        call.requireOwner(review.account(), "review", id);
        return review;
    }

    /** Puts a refusal before a person, once. */
    @POST
    @Path("{id}/appeal")
    @Consumes("application/json")
    @Permission("review:appeal")
    public ReviewView appeal(@Context CallContext call, @PathParam("id") String id, AppealBody body) {
        String message =
                body == null || body.message() == null ? "" : body.message().strip();
        if (message.isEmpty() || message.length() > LONGEST_APPEAL) {
            throw PlatformException.invalid("invalid_message", "A message has 1 to 4000 characters.")
                    .withField("message");
        }
        return ReviewView.of(decisions.appeal(mine(call, id), message));
    }
}
