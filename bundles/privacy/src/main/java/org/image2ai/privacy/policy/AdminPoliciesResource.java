package org.image2ai.privacy.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.rest.MaxJson;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.image2ai.privacy.policy.PrivacyPagesResource.VersionView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Versions of the policy, for officers. */
@Component(service = AdminPoliciesResource.class)
@JaxrsResource
@Path("/api/v1/admin/privacy/policies")
@Produces("application/json")
public final class AdminPoliciesResource {
    private static final int LONGEST = 4 * 1024 * 1024;

    private final Policies policies;
    private final Publication publication;
    private final Notices notices;

    @Activate
    public AdminPoliciesResource(
            @Reference Policies policies, @Reference Publication publication, @Reference Notices notices) {
        this.policies = policies;
        this.publication = publication;
        this.notices = notices;
    }

    /**
     * A policy to be published.
     *
     * @param version its name; the day where absent
     * @param effective the day from which on it holds: 2027-01-31
     * @param texts Markdown by language; {{controller}}, {{address}} and {{contact}} are filled in
     * @param changedPurposes what must be consented to again
     */
    public record PolicyBody(
            Optional<String> version,
            LocalDate effective,
            Map<String, String> texts,
            Optional<Set<Purpose>> changedPurposes) {
        Publication.Draft toDraft() {
            if (effective == null || texts == null) {
                String field = effective == null ? "effective" : "texts";
                throw PlatformException.invalid("missing_field", field + " is missing.")
                        .withField(field);
            }
            return new Publication.Draft(version, effective, texts, changedPurposes.orElse(Set.of()));
        }
    }

    /**
     * A version, and how far its announcement is.
     *
     * @param told how many holders of accounts were sent word
     */
    public record AnnouncedView(VersionView policy, String source, long told) {}

    /** Every version, those that hold first first. */
    @GET
    @Permission("admin:privacy:read")
    public List<AnnouncedView> list() {
        return policies.versions().stream().map(this::view).toList();
    }

    private AnnouncedView view(PolicyVersion policy) {
        return new AnnouncedView(VersionView.of(policy), policy.source(), notices.told(policy.version()));
    }

    /** Publishes a new version; everybody who has an account is told by mail. */
    @POST
    @Consumes("application/json")
    @MaxJson(LONGEST)
    @Permission("admin:privacy:publish")
    @Answers(value = AnnouncedView.class, status = 201)
    public Response publish(@Context Identity caller, PolicyBody body) {
        if (body == null) {
            throw PlatformException.invalid("missing_field", "The body is missing.")
                    .withField("body");
        }
        PolicyVersion policy =
                publication.publish(body.toDraft(), caller.account().value());
        return Response.status(201)
                .header("Location", "/privacy/" + policy.version())
                .entity(view(policy))
                .build();
    }
}
