package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** People on the packed distribution: sessions, keys, second factors, roles, and what strangers are told. */
public class PeopleIT {
    private static final String PASSWORD = "correct horse battery";
    private static Distribution server;

    @BeforeClass
    public static void start() {
        server = Distribution.unpack("people").start();
    }

    @AfterClass
    public static void stop() {
        List<String> warnings = server.warnings();
        server.close();
        assertEquals("the log of a server that did nothing wrong", List.of(), warnings);
    }

    /** A browser: what it sends with every request. */
    private record Browser(String session, String token) {
        Client.Answer send(String method, String path, String json) {
            Map<String, String> headers = new HashMap<>(Map.of("Cookie", "i2a_session=" + session));
            if (token != null) {
                headers.put("X-CSRF-Token", token);
            }
            if (json != null) {
                headers.put("Content-Type", "application/json");
            }
            return server.client()
                    .send(
                            method,
                            path,
                            json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json),
                            headers);
        }
    }

    private static String person(String email, String roles) {
        return server.admin()
                .post(
                        "/api/v1/admin/accounts",
                        "{\"email\":\"" + email + "\",\"name\":\"T\",\"birthDate\":\"1990-05-17\",\"password\":\""
                                + PASSWORD + "\",\"roles\":" + roles + "}")
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private static Client.Answer signIn(String email, String password, String more) {
        return server.client()
                .post(
                        "/api/v1/sessions",
                        "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"" + more + "}");
    }

    private static Browser in(Client.Answer answer) {
        String cookie = answer.expect(201).headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith("i2a_session="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie, cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        return new Browser(
                cookie.substring(12, cookie.indexOf(';')),
                answer.json().get("csrfToken").asText());
    }

    private static String code(Client.Answer answer, int status) {
        return answer.expect(status).json().get("code").asText();
    }

    @Test
    public void letsABrowserInAndOutAgain() {
        person("ada@example.org", "[\"user\"]");
        Browser here = in(signIn("Ada@example.org", PASSWORD, ""));
        Browser there = in(signIn("ada@example.org", PASSWORD, ""));
        JsonNode me = here.send("GET", "/api/v1/me", null).expect(200).json();
        assertFalse(me.get("verified").asBoolean() || me.get("twoFactor").asBoolean());
        String change = "{\"language\":\"de-AT\",\"preferences\":{\"theme\":\"dark\"}}";
        assertEquals(
                "csrf_token_invalid", code(new Browser(here.session(), null).send("PATCH", "/api/v1/me", change), 403));
        assertEquals(
                "csrf_token_invalid",
                code(new Browser(here.session(), there.token()).send("PATCH", "/api/v1/me", change), 403));
        JsonNode changed = here.send("PATCH", "/api/v1/me", change).expect(200).json();
        assertEquals("dark", changed.get("preferences").get("theme").asText());
        JsonNode sessions =
                here.send("GET", "/api/v1/sessions", null).expect(200).json().get("items");
        assertEquals(2, sessions.size());
        assertEquals("127.0.0.0/24", sessions.get(0).get("network").asText());
        here.send("DELETE", "/api/v1/sessions", null).expect(204);
        there.send("GET", "/api/v1/me", null).expect(401);
        here.send("DELETE", "/api/v1/sessions/current", null).expect(204);
        here.send("GET", "/api/v1/me", null).expect(401);
    }

    @Test
    public void saysTheSameToAllWhoAreWrongAndSlowsThemDown() {
        person("eve@example.org", "[\"user\"]");
        String wrong = signIn("eve@example.org", "wrong", "")
                .expect(401)
                .json()
                .get("detail")
                .asText();
        assertEquals(
                wrong,
                signIn("nobody@example.org", "wrong", "")
                        .expect(401)
                        .json()
                        .get("detail")
                        .asText());
        for (int i = 0; i < 4; i++) {
            signIn("eve@example.org", "wrong", "").expect(401);
        }
        Client.Answer late = signIn("eve@example.org", "wrong", "").expect(429);
        assertEquals("rate_limited", late.json().get("code").asText());
        assertTrue(late.headers().firstValue("Retry-After").isPresent());
    }

    @Test
    public void passesOverCookiesThatAreNone() {
        for (String cookie : List.of("a", "=", ";;", "i2a_session", "i2a_session=x; i2a_session=y")) {
            server.client()
                    .send("GET", "/api/v1/me", BodyPublishers.noBody(), Map.of("Cookie", cookie))
                    .expect(401);
        }
    }

    @Test
    public void setsAndChangesPasswords() {
        person("pat@example.org", "[\"user\"]");
        Browser pat = in(signIn("pat@example.org", PASSWORD, ""));
        Browser other = in(signIn("pat@example.org", PASSWORD, ""));
        String body = "{\"current\":\"%s\",\"password\":\"%s\"}";
        assertEquals(
                "wrong_password",
                code(pat.send("PUT", "/api/v1/me/password", body.formatted("x", "another one")), 403));
        assertEquals(
                "weak_password", code(pat.send("PUT", "/api/v1/me/password", body.formatted(PASSWORD, "short")), 400));
        pat.send("PUT", "/api/v1/me/password", body.formatted(PASSWORD, "another one"))
                .expect(204);
        other.send("GET", "/api/v1/me", null).expect(401);
        pat.send("GET", "/api/v1/me", null).expect(200);
        in(signIn("pat@example.org", "another one", ""));
    }

    @Test
    public void makesRotatesAndEndsKeys() {
        person("key@example.org", "[\"user\"]");
        Browser owner = in(signIn("key@example.org", PASSWORD, ""));
        JsonNode made = owner.send(
                        "POST",
                        "/api/v1/api-keys",
                        "{\"name\":\"k\",\"scopes\":[\"account:read\"],\"spendCap\":7,\"allowedNetworks\":[\"127.0.0.0/8\"]}")
                .expect(201)
                .json();
        Client key = server.client().with(made.get("key").asText());
        key.get("/api/v1/me").expect(200);
        assertEquals("forbidden", code(key.get("/api/v1/sessions"), 403));
        String path = "/api/v1/api-keys/" + made.get("id").asText();
        JsonNode rotated = owner.send("POST", path + "/rotate", "{\"overlapHours\":1}")
                .expect(201)
                .json();
        Client fresh = server.client().with(rotated.get("key").asText());
        key.get("/api/v1/me").expect(200);
        fresh.get("/api/v1/me").expect(200);
        person("thief@example.org", "[\"user\"]");
        in(signIn("thief@example.org", PASSWORD, "")).send("DELETE", path, null).expect(404);
        owner.send("DELETE", path, null).expect(204);
        fresh.get("/api/v1/me").expect(401);
        key.get("/api/v1/me").expect(401);
        JsonNode far = owner.send(
                        "POST", "/api/v1/api-keys", "{\"name\":\"k\",\"allowedNetworks\":[\"203.0.113.0/24\"]}")
                .expect(201)
                .json();
        assertEquals(
                "network_not_allowed",
                code(server.client().with(far.get("key").asText()).get("/api/v1/me"), 403));
    }

    @Test
    public void asksAdminsForASecondFactorAndLeavesTheirKeysAlone() throws Exception {
        person("root@example.org", "[\"admin\",\"user\"]");
        Browser root = in(signIn("root@example.org", PASSWORD, ""));
        assertEquals("second_factor_required", code(root.send("GET", "/api/v1/admin/accounts", null), 403));
        String secret = root.send("POST", "/api/v1/me/totp", "")
                .expect(201)
                .json()
                .get("secret")
                .asText();
        long step = System.currentTimeMillis() / 30_000;
        root.send("POST", "/api/v1/me/totp/confirm", "{\"code\":\"" + totp(secret, step) + "\"}")
                .expect(200);
        root.send("GET", "/api/v1/admin/accounts", null).expect(200);
        assertEquals("code_required", code(signIn("root@example.org", PASSWORD, ""), 401));
        Browser again = in(signIn("root@example.org", PASSWORD, ",\"code\":\"" + totp(secret, step + 1) + "\""));
        again.send("GET", "/api/v1/admin/accounts", null).expect(200);
        server.admin().get("/api/v1/admin/accounts").expect(200);
    }

    @Test
    public void givesRolesAndStopsAccounts() {
        String id = person("sam@example.org", "[\"user\"]");
        Browser sam = in(signIn("sam@example.org", PASSWORD, ""));
        sam.send("GET", "/api/v1/admin/accounts", null).expect(403);
        String path = "/api/v1/admin/accounts/" + id;
        put(path + "/roles", "{\"roles\":[\"user\",\"support\"]}").expect(200);
        sam.send("GET", "/api/v1/admin/accounts", null).expect(200);
        put(path + "/state", "{\"state\":\"SUSPENDED\"}").expect(200);
        sam.send("GET", "/api/v1/me", null).expect(401);
        signIn("sam@example.org", PASSWORD, "").expect(401);
        JsonNode permissions = server.admin()
                .get("/api/v1/admin/permissions")
                .expect(200)
                .json()
                .get("items");
        assertTrue(permissions.toString().contains("\"admin:account:roles\",\"roles\":[\"admin\"]"));
        assertTrue(permissions.toString().contains("\"job:create\",\"roles\":[\"admin\",\"user\"]"));
    }

    @Test
    public void theLastAdminKeepsTheRole() {
        String me =
                server.admin().get("/api/v1/me").expect(200).json().get("id").asText();
        String path = "/api/v1/admin/accounts/" + me;
        Client.Answer roles = put(path + "/roles", "{\"roles\":[\"user\"]}").expect(409);
        assertEquals("last_admin", roles.json().get("code").asText());
        Client.Answer state = put(path + "/state", "{\"state\":\"SUSPENDED\"}").expect(409);
        assertEquals("last_admin", state.json().get("code").asText());
        server.admin().get("/api/v1/admin/permissions").expect(200);
    }

    private static Client.Answer put(String path, String json) {
        return server.admin()
                .send("PUT", path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
    }

    @Test
    public void tellsStrangersWhatToAskAndNothingElse() {
        JsonNode form =
                server.client().get("/api/v1/accounts/registration").expect(200).json();
        assertEquals("2026-01", form.get("policyVersion").asText());
        assertEquals(
                0,
                server.client()
                        .get("/api/v1/sign-in")
                        .expect(200)
                        .json()
                        .get("items")
                        .size());
        server.client().get("/api/v1/sign-in/nobody").expect(404);
        assertEquals("invalid_token", code(server.client().get("/api/v1/accounts/verify?token=x"), 400));
        Client.Answer page = server.client()
                .send("GET", "/api/v1/accounts/verify?token=x", BodyPublishers.noBody(), Map.of("Accept", "text/html"));
        assertTrue(page.expect(400).text().contains("This link is not good"));
    }

    private static String totp(String secret, long step) throws Exception {
        byte[] key = new byte[20];
        for (int bit = 0; bit < 160; bit++) {
            int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(secret.charAt(bit / 5));
            key[bit / 8] |= (byte) ((digit >>> 4 - bit % 5 & 1) << 7 - bit % 8);
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "RAW"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash, hash[19] & 0xf, 4).getInt() & 0x7fffffff;
        return "%06d".formatted(number % 1_000_000);
    }
}
