package org.image2ai.privacy.choice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.image2ai.api.CallContext;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Consents of the caller: one step gives one, one step withdraws it. */
@Component(service = ConsentsResource.class)
@JaxrsResource
@Path("/api/v1/privacy/consents")
@Produces("application/json")
public final class ConsentsResource {
    static final String SELF = "self-service";

    private final Choices choices;

    @Activate
    public ConsentsResource(@Reference Choices choices) {
        this.choices = choices;
    }

    /**
     * A consent.
     *
     * @param purpose what for: IMPROVEMENT, ANALYTICS or SUPPORT
     * @param textVersion the version of the policy that was read; the one that holds now where absent
     */
    public record ConsentBody(String purpose, Optional<String> textVersion) {}

    /**
     * Where a consent stands.
     *
     * @param given whether it is given and still holds
     * @param textVersion the version of the policy that it was given to
     * @param renewal whether it was given, and the purpose has changed since: it holds no more
     */
    public record ConsentView(Purpose purpose, boolean given, Optional<String> textVersion, boolean renewal) {}

    /** Every purpose that waits for consent, and where it stands. */
    @GET
    @Permission("privacy:read")
    public List<ConsentView> list(@Context CallContext call) {
        Decided decided = choices.decided(call.account());
        return Scope.OPTIONAL.stream()
                .sorted(Comparator.naturalOrder())
                .map(purpose -> view(decided, purpose))
                .toList();
    }

    private ConsentView view(Decided decided, Purpose purpose) {
        Optional<String> version = decided.consent(purpose);
        boolean holds = version.filter(text -> choices.holds(purpose, text)).isPresent();
        return new ConsentView(purpose, holds, version, version.isPresent() && !holds);
    }

    /** Gives a consent. */
    @POST
    @Consumes("application/json")
    @Permission("privacy:decide")
    @Answers(value = ConsentView.class, status = 201)
    public Response give(@Context CallContext call, ConsentBody body) {
        if (body == null || body.purpose() == null) {
            throw PlatformException.invalid("missing_field", "purpose is missing.")
                    .withField("purpose");
        }
        Purpose purpose = Scope.purpose(body.purpose());
        choices.consent(call.account(), purpose, body.textVersion(), SELF);
        return Response.status(201)
                .entity(view(choices.decided(call.account()), purpose))
                .build();
    }

    /** Withdraws a consent. */
    @DELETE
    @Path("{purpose}")
    @Permission("privacy:decide")
    public void withdraw(@Context CallContext call, @PathParam("purpose") String purpose) {
        choices.withdrawConsent(call.account(), Scope.purpose(purpose), SELF);
    }

    /** Every decision that the caller ever made, in order. */
    @GET
    @Path("ledger")
    @Permission("privacy:read")
    public Page<Decision> ledger(
            @Context CallContext call,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return choices.ledger(call.account(), new PageRequest(Optional.ofNullable(cursor), limit));
    }
}
