package org.image2ai.privacy.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Legal holds, for officers. */
@Component(service = HoldsResource.class)
@JaxrsResource
@Path("/api/v1/admin/privacy/holds")
@Produces("application/json")
public final class HoldsResource {
    private final LegalHolds holds;

    @Activate
    public HoldsResource(@Reference LegalHolds holds) {
        this.holds = holds;
    }

    /**
     * What is to be held.
     *
     * @param account whose data
     * @param caseRef the case; holds of one case are released together
     * @param reason why, with the statute
     * @param bundle of which bundle; of all where absent
     * @param holding which of its holdings; all where absent
     * @param item which item; all where absent
     * @param review when somebody looks again; in a year where absent
     */
    public record HoldBody(
            String account,
            String caseRef,
            String reason,
            Optional<String> bundle,
            Optional<String> holding,
            Optional<String> item,
            Optional<LocalDate> review) {
        LegalHolds.Order toOrder() {
            if (account == null) {
                throw PlatformException.invalid("missing_field", "account is missing.")
                        .withField("account");
            }
            LegalHolds.Place place = new LegalHolds.Place(bundle, holding, item);
            return new LegalHolds.Order(new AccountId(account), caseRef, reason, place, review);
        }
    }

    /**
     * A hold.
     *
     * @param released when it ended; absent while it stands
     */
    public record HoldView(
            String id,
            AccountId account,
            String caseRef,
            String reason,
            Optional<String> bundle,
            Optional<String> holding,
            Optional<String> item,
            LocalDate review,
            String createdBy,
            Instant created,
            Optional<Instant> released) {
        static HoldView of(Hold hold) {
            return new HoldView(
                    hold.id(),
                    hold.account(),
                    hold.caseRef(),
                    hold.reason(),
                    hold.bundle(),
                    hold.holding(),
                    hold.item(),
                    hold.review(),
                    hold.createdBy(),
                    hold.created(),
                    hold.released());
        }
    }

    /** How many holds ended. */
    public record ReleasedView(int released) {}

    /** All holds, newest first; those that ended too. */
    @GET
    @Permission("admin:privacy:read")
    public List<HoldView> list() {
        return holds.all().stream().map(HoldView::of).toList();
    }

    /** Places a hold: what it covers is neither erased nor swept until it is released. */
    @POST
    @Consumes("application/json")
    @Permission("admin:privacy:hold")
    @Answers(value = HoldView.class, status = 201)
    public Response add(@Context Identity caller, HoldBody body) {
        if (body == null) {
            throw PlatformException.invalid("missing_field", "The body is missing.")
                    .withField("body");
        }
        Hold hold = holds.place(body.toOrder(), caller.account().value());
        return Response.status(201).entity(HoldView.of(hold)).build();
    }

    /** Releases a hold by its id, or all holds of a case. */
    @DELETE
    @Path("{hold}")
    @Permission("admin:privacy:hold")
    public ReleasedView release(@Context Identity caller, @PathParam("hold") String hold) {
        return new ReleasedView(holds.release(hold, caller.account().value()));
    }
}
