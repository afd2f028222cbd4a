package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.image2ai.tck.passkey.SoftAuthenticator;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** A person, a browser and a device with a passkey before the packed distribution. */
public class PasskeyIT {
    private static final String PASSWORD = "correct horse battery";
    private static final String PASSKEYS = "/api/v1/me/passkeys";
    private static final String SIGN_IN = "/api/v1/sessions/passkey";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Distribution server;

    @BeforeClass
    public static void start() {
        server = Distribution.unpack("passkeys").start();
    }

    @AfterClass
    public static void stop() {
        List<String> warnings = server.warnings();
        server.close();
        assertEquals("the log of a server that did nothing wrong", List.of(), warnings);
    }

    /** A browser that is in. */
    private record Browser(String session, String token) {
        static Browser of(Client.Answer answer) {
            String cookie = answer.expect(201).headers().allValues("Set-Cookie").stream()
                    .filter(c -> c.startsWith("i2a_session="))
                    .findFirst()
                    .orElseThrow();
            return new Browser(
                    cookie.substring(12, cookie.indexOf(';')),
                    answer.json().get("csrfToken").asText());
        }

        Client.Answer send(String method, String path, Map<String, Object> body) {
            Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
            headers.put("Cookie", "i2a_session=" + session);
            headers.put("X-CSRF-Token", token);
            return server.client().send(method, path, BodyPublishers.ofString(json(body)), headers);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Browser person(String email, String roles) {
        server.admin()
                .post(
                        "/api/v1/admin/accounts",
                        "{\"email\":\"" + email + "\",\"name\":\"T\",\"birthDate\":\"1990-05-17\",\"password\":\""
                                + PASSWORD + "\",\"roles\":" + roles + "}")
                .expect(201);
        return Browser.of(server.client()
                .post("/api/v1/sessions", "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}"));
    }

    /** Nothing says how this server is reached, so it is localhost to browsers. */
    private static SoftAuthenticator device() {
        return new SoftAuthenticator(
                "http://localhost:" + server.client().base().getPort());
    }

    private static JsonNode add(Browser browser, SoftAuthenticator device) {
        JsonNode options = browser.send("POST", PASSKEYS + "/options", Map.of())
                .expect(200)
                .json();
        Map<String, Object> credential = device.create(
                options.get("challenge").asText(),
                options.get("rp").get("id").asText(),
                options.get("user").get("id").asText());
        return browser.send("POST", PASSKEYS, Map.of("name", "Phone", "credential", credential))
                .expect(201)
                .json();
    }

    private static String shown(SoftAuthenticator device) {
        JsonNode options =
                server.client().post(SIGN_IN + "/options", "").expect(200).json();
        assertFalse("a stranger learns no credentials", options.has("allowCredentials"));
        return json(Map.of(
                "credential",
                device.get(
                        options.get("challenge").asText(), options.get("rpId").asText())));
    }

    private static String code(Client.Answer answer, int status) {
        return answer.expect(status).json().get("code").asText();
    }

    @Test
    public void letsAPersonInWithNoPasswordAndOnlyOnceByAnAnswer() {
        Browser ada = person("ada@example.org", "[\"user\"]");
        SoftAuthenticator device = device();
        JsonNode added = add(ada, device);
        assertEquals("Phone", added.get("name").asText());
        assertFalse(added.has("lastUsed"));
        String answer = shown(device);
        Client.Answer opened = server.client().post(SIGN_IN, answer);
        Browser in = Browser.of(opened);
        assertEquals(
                "ada@example.org", opened.json().get("account").get("email").asText());
        JsonNode me = in.send("GET", "/api/v1/me", Map.of()).expect(200).json();
        assertEquals("ada@example.org", me.get("email").asText());
        assertEquals("passkey_refused", code(server.client().post(SIGN_IN, answer), 401));
        JsonNode listed = in.send("GET", PASSKEYS, Map.of()).expect(200).json().get("items");
        assertEquals(1, listed.size());
        assertTrue(listed.get(0).has("lastUsed"));
        String session =
                in.send("GET", "/api/v1/sessions", Map.of()).expect(200).text();
        assertTrue(session, session.contains("\"signIn\":\"passkey\",\"secondFactor\":true"));
        in.send("DELETE", PASSKEYS + "/" + added.get("id").asText(), Map.of()).expect(204);
        assertEquals("passkey_refused", code(server.client().post(SIGN_IN, shown(device)), 401));
    }

    @Test
    public void countsAsTheSecondFactorOfAnAdmin() {
        Browser root = person("root@example.org", "[\"admin\",\"user\"]");
        assertEquals("second_factor_required", code(root.send("GET", "/api/v1/admin/accounts", Map.of()), 403));
        SoftAuthenticator device = device();
        add(root, device);
        Browser.of(server.client().post(SIGN_IN, shown(device)))
                .send("GET", "/api/v1/admin/accounts", Map.of())
                .expect(200);
    }

    @Test
    public void takesNoKeysAndNoNonsense() {
        Client key = People.person(server, "key@example.org");
        key.get(PASSKEYS).expect(200);
        assertEquals("key_not_allowed", code(key.post(PASSKEYS + "/options", ""), 403));
        assertEquals("key_not_allowed", code(key.post(PASSKEYS, "{\"name\":\"x\",\"credential\":{}}"), 403));
        assertEquals("missing_field", code(server.client().post(SIGN_IN, "{}"), 400));
        for (String credential : List.of("{}", "{\"id\":null}", "{\"id\":\"x\",\"type\":\"public-key\"}")) {
            assertEquals(
                    "passkey_refused", code(server.client().post(SIGN_IN, "{\"credential\":" + credential + "}"), 401));
        }
    }
}
