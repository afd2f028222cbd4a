package org.image2ai.accounts;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.image2ai.api.Page;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.Public;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Signing in at a provider. */
@Component(service = SignInResource.class, configurationPid = "org.image2ai.accounts")
@JaxrsResource
@Path("/api/v1/sign-in")
@Produces(MediaType.APPLICATION_JSON)
@Public
public final class SignInResource {
    private static final String COOKIE = "i2a_sign_in";

    private final AccountsConfig config;
    private final Providers providers;
    private final ProviderSignIn signIn;
    private final Links links;

    @Activate
    public SignInResource(
            AccountsConfig config,
            @Reference Providers providers,
            @Reference ProviderSignIn signIn,
            @Reference Links links) {
        this.config = config;
        this.providers = providers;
        this.signIn = signIn;
        this.links = links;
    }

    /** A provider. */
    public record ProviderView(String id, String label, String url) {}

    /** The providers that are live. */
    @GET
    public Page<ProviderView> list() {
        List<ProviderView> views = providers.labels().entrySet().stream()
                .map(p -> new ProviderView(p.getKey(), p.getValue(), "/api/v1/sign-in/" + p.getKey()))
                .toList();
        return new Page<>(views, Optional.empty());
    }

    /** Sends the browser to a provider. */
    @GET
    @Path("{id}")
    @Answers(status = 302)
    public Response begin(@PathParam("id") String id, @Context ClientInfo client) {
        ProviderSignIn.Begun begun = signIn.begin(id);
        return Response.status(Response.Status.FOUND)
                .location(begun.location())
                .header(HttpHeaders.SET_COOKIE, cookie(begun.cookie(), config.signInMinutes() * 60, client))
                .build();
    }

    /** Lax, not Strict: the browser comes from the provider's pages when it comes back. */
    private String cookie(String text, int seconds, ClientInfo client) {
        return COOKIE + "=" + text + "; Path=/api/v1/sign-in; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (client.secure() || links.secure() ? "; Secure" : "");
    }

    /** Where the provider sends the browser back: a page for people, JSON for programs. */
    @GET
    @Path("{id}/callback")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Answers(
            value = SignInResult.In.SignedInView.class,
            status = {200, 303})
    public Response complete(
            @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context ClientInfo client) {
        String cookie = Optional.ofNullable(client.cookies().get(COOKIE))
                .orElseThrow(() ->
                        PlatformException.denied("sign_in_refused", "This sign-in was not begun in this browser."));
        Map<String, String> parameters = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
        SignInResult result = signIn.complete(id, cookie, parameters, client);
        boolean person = headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
        Response.ResponseBuilder answer =
                person ? Response.seeOther(URI.create(links.of(result.page()))) : Response.ok();
        return result.answer(
                answer.type(MediaType.APPLICATION_JSON).header(HttpHeaders.SET_COOKIE, cookie("", 0, client)));
    }
}
