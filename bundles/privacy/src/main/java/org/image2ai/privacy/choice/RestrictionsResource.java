package org.image2ai.privacy.choice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** What the caller objected to, and whether anything but keeping may be done with its data. */
@Component(service = RestrictionsResource.class)
@JaxrsResource
@Path("/api/v1/privacy/restrictions")
@Produces("application/json")
public final class RestrictionsResource {
    private final Choices choices;

    @Activate
    public RestrictionsResource(@Reference Choices choices) {
        this.choices = choices;
    }

    /**
     * What is objected to from now on; what is absent is not.
     *
     * @param restricted whether the data may only be kept: no new job then
     * @param purposes IMPROVEMENT, ANALYTICS, SUPPORT
     * @param recipients vendors, providers, or names in the register of processors
     * @param thirdParties whether nothing may leave this machine
     * @param regions where it must not go
     */
    public record RestrictionsBody(
            Optional<Boolean> restricted,
            Optional<Set<String>> purposes,
            Optional<Set<String>> recipients,
            Optional<Boolean> thirdParties,
            Optional<Set<String>> regions) {
        Scope scope() {
            Set<Purpose> named =
                    purposes.orElse(Set.of()).stream().map(Scope::purpose).collect(Collectors.toUnmodifiableSet());
            return new Scope(named, recipients.orElse(Set.of()), thirdParties.orElse(false), regions.orElse(Set.of()));
        }
    }

    /**
     * What holds now.
     *
     * @param saleOptOut whether the caller said that nothing may be sold or shared; nothing is in any case
     */
    public record RestrictionsView(
            boolean restricted,
            List<Purpose> purposes,
            List<String> recipients,
            boolean thirdParties,
            List<String> regions,
            boolean saleOptOut) {
        static RestrictionsView of(Decided decided) {
            Scope scope = decided.objections();
            return new RestrictionsView(
                    decided.restricted(),
                    scope.purposes().stream().sorted().toList(),
                    scope.recipients().stream().sorted().toList(),
                    scope.thirdParties(),
                    scope.regions().stream().sorted().toList(),
                    decided.saleOptOut());
        }
    }

    /** What holds now. */
    @GET
    @Permission("privacy:read")
    public RestrictionsView get(@Context CallContext call) {
        return RestrictionsView.of(choices.decided(call.account()));
    }

    /** Sets all of it, in place of what was; it holds from the next job on. */
    @PUT
    @Consumes("application/json")
    @Permission("privacy:decide")
    public RestrictionsView put(@Context CallContext call, RestrictionsBody body) {
        if (body == null) {
            throw PlatformException.invalid("missing_field", "The body is missing.")
                    .withField("body");
        }
        return RestrictionsView.of(
                choices.replace(call.account(), body.restricted().orElse(false), body.scope(), ConsentsResource.SELF));
    }
}
