package org.image2ai.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.image2ai.api.Page;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.image2ai.api.security.SecondFactors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Who am I, and what do I want changed. */
@Component(service = MeResource.class)
@JaxrsResource
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeResource {
    private final AccountService accounts;
    private final Recovery recovery;
    private final Identities identities;
    private final SecondFactors secondFactors;

    @Activate
    public MeResource(
            @Reference AccountService accounts,
            @Reference Recovery recovery,
            @Reference Identities identities,
            @Reference SecondFactors secondFactors) {
        this.accounts = accounts;
        this.recovery = recovery;
        this.identities = identities;
        this.secondFactors = secondFactors;
    }

    /** The caller's account. */
    public record MeView(
            String id,
            String email,
            boolean verified,
            String name,
            LocalDate birthDate,
            String policyVersion,
            Set<String> roles,
            String state,
            Instant created,
            String language,
            Map<String, Object> preferences,
            boolean twoFactor) {
        static MeView of(Profile profile, boolean twoFactor) {
            Account a = profile.account();
            return new MeView(
                    a.id().value(),
                    a.email(),
                    profile.verified().isPresent(),
                    a.name(),
                    a.birthDate(),
                    a.policyVersion(),
                    a.roles(),
                    a.state().name(),
                    a.created(),
                    profile.language(),
                    Preferences.parse(profile.preferences()),
                    twoFactor);
        }
    }

    /** What is to be changed; what is not given stays. A preference that is null is removed. */
    public record ProfileBody(
            Optional<String> name, Optional<String> language, Optional<Map<String, Object>> preferences) {}

    /** The present password and a new one. */
    public record PasswordBody(String current, String password) {
        @Override
        public String toString() {
            return "PasswordBody";
        }
    }

    /** A new address, and the password. */
    public record EmailBody(String email, String password) {
        @Override
        public String toString() {
            return "EmailBody";
        }
    }

    /** An identity at a sign-in provider. */
    public record IdentityView(String id, String provider, Optional<String> email, Instant created) {}

    /** The caller's account. */
    @GET
    @Permission("account:read")
    public MeView me(@Context Identity caller) {
        return MeView.of(profile(caller), secondFactors.enabled(caller.account()));
    }

    private Profile profile(Identity caller) {
        return accounts.profile(caller.account())
                .orElseThrow(() ->
                        PlatformException.notFound("account", caller.account().value()));
    }

    /** Changes name, language and preferences. */
    @PATCH
    @Permission("account:update")
    public MeView change(ProfileBody body, @Context Identity caller) {
        Bodies.required("body", body);
        Optional<String> language = body.language().map(Registration::language);
        body.name().ifPresent(AccountService::checkName);
        Optional<String> preferences = body.preferences()
                .map(changed -> Preferences.merged(profile(caller).preferences(), changed));
        accounts.change(caller.account(), entity -> {
            body.name().ifPresent(name -> entity.setDisplayName(name.strip()));
            language.ifPresent(entity::setLanguage);
            preferences.ifPresent(entity::setPreferences);
        });
        return me(caller);
    }

    /** Sets a new password; all other sessions end. */
    @PUT
    @Path("password")
    @Permission("account:update")
    public void password(PasswordBody body, @Context Identity caller) {
        Bodies.required("body", body);
        char[] current = Bodies.required("current", body.current()).toCharArray();
        char[] password = Bodies.required("password", body.password()).toCharArray();
        recovery.change(caller.account(), new Recovery.Passage(current, caller.session()), password);
    }

    /** Asks a new address whether it is the caller's; it counts when it says so. */
    @POST
    @Path("email")
    @Permission("account:update")
    @Answers(value = AccountsResource.Status.class, status = 202)
    public Response email(EmailBody body, @Context Identity caller) {
        Bodies.required("body", body);
        char[] password = Bodies.required("password", body.password()).toCharArray();
        recovery.changeEmail(caller.account(), Bodies.required("email", body.email()), password);
        return Response.accepted(Map.of("status", "verification_sent")).build();
    }

    /** The identities at sign-in providers by which the caller gets in. */
    @GET
    @Path("identities")
    @Permission("account:read")
    public Page<IdentityView> identities(@Context Identity caller) {
        return new Page<>(
                identities.list(caller.account()).stream()
                        .map(i -> new IdentityView(i.id(), i.provider(), i.email(), i.created()))
                        .toList(),
                Optional.empty());
    }

    /** Unlinks one. */
    @DELETE
    @Path("identities/{id}")
    @Permission("account:update")
    public void unlink(@PathParam("id") String id, @Context Identity caller) {
        identities.unlink(caller.account(), id);
    }
}
