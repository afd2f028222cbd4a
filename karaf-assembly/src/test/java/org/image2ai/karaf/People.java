package org.image2ai.karaf;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes accounts with keys, as an admin does. */
final class People {
    /** What everybody here signs in with. */
    static final String PASSWORD = "correct horse battery";

    private People() {}

    /** A client of a new account. */
    static Client person(Distribution server, String email) {
        return person(server, email, "Test");
    }

    static Client person(Distribution server, String email, String name) {
        Client admin = server.admin();
        String json = "{\"email\":\"" + email + "\",\"name\":\"" + name + "\",\"birthDate\":\"1990-05-17\","
                + "\"password\":\"" + PASSWORD + "\"}";
        String id = admin.post("/api/v1/admin/accounts", json)
                .expect(201)
                .json()
                .get("id")
                .asText();
        JsonNode key = admin.post("/api/v1/admin/accounts/" + id + "/api-keys", "{\"name\":\"test\"}")
                .expect(201)
                .json();
        return server.client().with(key.get("key").asText());
    }

    /** Brings what an account has to so many credits. */
    static void setCredits(Distribution server, Client person, long credits) {
        String id = person.get("/api/v1/me").expect(200).json().get("id").asText();
        long now = available(person);
        server.admin()
                .post(
                        "/api/v1/admin/credits",
                        "{\"account\":\"" + id + "\",\"credits\":" + (credits - now) + ",\"reason\":\"test\"}");
    }

    static long available(Client person) {
        return person.get("/api/v1/credits").expect(200).json().get("available").asLong();
    }
}
