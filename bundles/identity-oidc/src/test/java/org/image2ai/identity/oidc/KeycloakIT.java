package org.image2ai.identity.oidc;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.image2ai.api.identity.IdentityProvider;
import org.image2ai.api.identity.VerifiedIdentity;
import org.image2ai.tck.identity.IdentityProviderContract;
import org.junit.ClassRule;

/** The contract against Keycloak, through the form in which people write their password. */
public class KeycloakIT extends IdentityProviderContract {
    @ClassRule
    public static final Keycloak KEYCLOAK = new Keycloak(Path.of(System.getProperty("keycloak.home")));

    private static final Pattern FORM = Pattern.compile("<form id=\"kc-form-login\"[^>]* action=\"([^\"]+)\"");
    private static final String ADA = "0a1b2c3d-0000-4000-8000-00000000ada0";

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    protected IdentityProvider provider() {
        Map<String, Object> config = new HashMap<>(Configs.client(KEYCLOAK.issuer()));
        config.put("clientSecret", "realm-secret");
        config.put("deadlineSeconds", 30);
        return new OidcProvider(OidcSettings.of(Configs.of(config)), new DirectEgress(), Clock.systemUTC());
    }

    @Override
    protected Optional<IdentityProvider> unreachable() {
        Map<String, Object> config = new HashMap<>(Configs.client(KEYCLOAK.issuer() + "-that-is-not-there"));
        return Optional.of(
                new OidcProvider(OidcSettings.of(Configs.of(config)), new DirectEgress(), Clock.systemUTC()));
    }

    @Override
    protected Map<String, String> signIn(URI location) {
        HttpResponse<String> page = send(HttpRequest.newBuilder(location));
        Matcher form = FORM.matcher(page.body());
        assertTrue("no form: " + page.body(), form.find());
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .header("Cookie", cookies(page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=ada&password=analytical-engine")));
        URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertTrue(back.toString(), back.toString().startsWith(redirect().toString()));
        return parameters(back);
    }

    /** As a browser does it on this machine, where secure cookies need no encryption. */
    private static String cookies(HttpResponse<String> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected VerifiedIdentity expected() {
        return new VerifiedIdentity(
                KEYCLOAK.issuer(), ADA, Optional.of("ada@example.org"), true, Optional.of("Ada Lovelace"));
    }
}
