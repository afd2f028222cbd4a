package org.image2ai.identity.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** A real OpenID provider on this machine that keeps every rule, until a test makes it break one. */
final class OidcServer implements AutoCloseable {
    static final String CLIENT = "image2ai";
    static final String SECRET = "s3cret:with/odd&signs";
    private static final RSAKey KEY = Keys.rsa("key-1");

    static {
        // Else each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What a test may bend. */
    final Map<String, HttpHandler> instead = new ConcurrentHashMap<>();

    volatile List<JWK> keys = List.of(KEY);
    volatile Function<JWTClaimsSet, String> signer = Keys.signing(JWSAlgorithm.RS256, KEY);
    volatile Consumer<JWTClaimsSet.Builder> claims = all -> {};
    volatile Consumer<Map<String, Object>> metadata = all -> {};
    volatile Map<String, Object> userInfo = Map.of("sub", "person-1");

    /** What a test may look at: the paths asked, and the head and form of the last token request. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    volatile Optional<String> authorization = Optional.empty();
    volatile Map<String, String> form = Map.of();

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    OidcServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.setExecutor(threads);
        route("/.well-known/openid-configuration", http -> answer(http, 200, discovery()));
        route("/keys", http -> answer(http, 200, new JWKSet(keys).toJSONObject(true)));
        route("/authorize", this::authorize);
        route("/token", this::token);
        route("/userinfo", http -> answer(http, 200, userInfo));
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static RSAKey key() {
        return KEY;
    }

    long asked(String path) {
        return asked.stream().filter(path::equals).count();
    }

    private void route(String path, HttpHandler usual) {
        server.createContext(path, http -> {
            asked.add(path);
            try (http) {
                instead.getOrDefault(path, usual).handle(http);
            }
        });
    }

    private Map<String, Object> discovery() {
        Map<String, Object> all = new HashMap<>(Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "userinfo_endpoint",
                issuer() + "/userinfo",
                "jwks_uri",
                issuer() + "/keys",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256")));
        metadata.accept(all);
        return all;
    }

    private void authorize(HttpExchange http) throws IOException {
        Map<String, String> request = single(http.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, request);
        Map<String, List<String>> back = new HashMap<>();
        back.put("code", List.of(code));
        back.put("state", List.of(request.get("state")));
        back.put("iss", List.of(issuer()));
        http.getResponseHeaders()
                .add("Location", request.get("redirect_uri") + "?" + URLUtils.serializeParameters(back));
        http.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange http) throws IOException {
        authorization = Optional.ofNullable(http.getRequestHeaders().getFirst("Authorization"));
        form = single(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> request = codes.remove(form.getOrDefault("code", ""));
        if (!authenticated()) {
            answer(http, 401, Map.of("error", "invalid_client"));
        } else if (request == null || !redeems(request)) {
            answer(http, 400, Map.of("error", "invalid_grant", "error_description", "secret words"));
        } else {
            answer(http, 200, tokens(request.get("nonce")));
        }
    }

    /** RFC 6749 2.3.1: both halves are form-encoded before they are joined. A public client names itself only. */
    private boolean authenticated() {
        if (authorization.isEmpty()) {
            return CLIENT.equals(form.get("client_id")) && SECRET.equals(form.getOrDefault("client_secret", SECRET));
        }
        String pair = new String(
                Base64.getDecoder().decode(authorization.get().replace("Basic ", "")), StandardCharsets.UTF_8);
        String[] halves = pair.split(":");
        return CLIENT.equals(decoded(halves[0])) && SECRET.equals(decoded(halves[1]));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private boolean redeems(Map<String, String> request) {
        CodeChallenge challenge =
                CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(form.get("code_verifier")));
        return request.get("code_challenge").equals(challenge.getValue())
                && "S256".equals(request.get("code_challenge_method"))
                && request.get("redirect_uri").equals(form.get("redirect_uri"));
    }

    private Map<String, Object> tokens(String nonce) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder all = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("person-1")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("email", "ada@example.org")
                .claim("email_verified", true)
                .claim("name", "Ada");
        claims.accept(all);
        return Map.of(
                "access_token",
                "access-token",
                "token_type",
                "Bearer",
                "expires_in",
                300,
                "id_token",
                signer.apply(all.build()));
    }

    private static Map<String, String> single(String query) {
        Map<String, String> single = new HashMap<>();
        URLUtils.parseParameters(query).forEach((name, all) -> single.put(name, new ArrayList<>(all).get(0)));
        return single;
    }

    static void answer(HttpExchange http, int status, Map<String, Object> json) throws IOException {
        byte[] bytes = JSONObjectUtils.toJSONString(json).getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().add("Content-Type", "application/json");
        http.sendResponseHeaders(status, bytes.length);
        http.getResponseBody().write(bytes);
    }

    /** The address of this provider under another path. */
    URI address(String path) {
        return URI.create(issuer() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
