package org.image2ai.notify;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.MailMessage;
import org.junit.Test;

public class TemplatesTest {
    private static final Map<String, List<String>> TEMPLATES = Map.ofEntries(
            Map.entry("verify-email", List.of("name", "link", "minutes")),
            Map.entry("account-exists", List.of("name", "link")),
            Map.entry("reset-password", List.of("name", "link", "token", "minutes")),
            Map.entry("email-change", List.of("name", "link", "minutes")),
            Map.entry("email-changed", List.of("name", "newEmail")),
            Map.entry("password-changed", List.of("name")),
            Map.entry("new-sign-in", List.of("name", "network", "agent")),
            Map.entry("job-done", List.of("name", "link")),
            Map.entry("policy-changed", List.of("name", "effective", "link")),
            Map.entry("account-inactive", List.of("name", "date", "link")),
            Map.entry("export-ready", List.of("name", "link", "minutes")));

    private final Templates templates = new Templates();

    private MailMessage write(String template, String language, Map<String, String> values) {
        return templates.write("msg_1", new Mail(Optional.empty(), "a@example.org", language, template, values));
    }

    @Test
    public void writesEveryTemplateInEveryLanguageWithEveryValue() {
        TEMPLATES.forEach((template, names) -> {
            Map<String, String> values = new HashMap<>();
            names.forEach(name -> values.put(name, name.equals("minutes") ? "2880" : "<" + name + " & $1>"));
            for (String language : List.of("en", "de")) {
                MailMessage mail = write(template, language, values);
                assertFalse(mail.subject().isBlank());
                assertFalse(mail.text() + mail.html(), (mail.text() + mail.html()).contains("{{"));
                if (values.containsKey("minutes")) {
                    String time = language.equals("en") ? "2 days" : "2 Tage";
                    assertTrue(
                            mail.text(),
                            mail.text().contains(time) && mail.html().contains(time));
                }
                for (String name :
                        names.stream().filter(n -> !n.equals("minutes")).toList()) {
                    assertTrue(template + name, mail.text().contains("<" + name + " & $1>"));
                    assertTrue(template + name, mail.html().contains("&lt;" + name + " &amp; $1&gt;"));
                }
                assertTrue(mail.html().contains("<html lang=\"" + language + "\">"));
            }
        });
    }

    @Test
    public void takesTheNearestLanguage() {
        Map<String, String> values = Map.of("name", "Ada");
        assertEquals(
                "Ihr Passwort wurde geändert",
                write("password-changed", "de-AT", values).subject());
        assertEquals(
                "Your password was changed",
                write("password-changed", "fr", values).subject());
        assertEquals(
                "Your password was changed",
                write("password-changed", "not a tag", values).subject());
    }

    @Test
    public void saysTimeAsPeopleDo() {
        assertEquals("1 hour", Spans.words("en", 60));
        assertEquals("24 Stunden", Spans.words("de", 1_440));
        assertEquals("90 minutes", Spans.words("en", 90));
        assertEquals("1 Minute", Spans.words("de", 1));
        assertEquals("7 days", Spans.words("en", 10_080));
    }

    @Test
    public void keepsEveryValueOnOneLine() {
        MailMessage mail = write("password-changed", "en", Map.of("name", "Ada\r\nBcc: all@example.org\u2028x"));
        assertTrue(mail.text(), mail.text().contains("Hello Ada Bcc: all@example.org x,"));
    }

    @Test
    public void refusesWhatItDoesNotKnow() {
        for (String name : List.of("nothing", "../layout", "Password-Changed", "")) {
            assertEquals(
                    "unknown_template",
                    assertThrows(PlatformException.class, () -> write(name, "en", Map.of()))
                            .code());
        }
        assertEquals(
                "missing_value",
                assertThrows(PlatformException.class, () -> write("job-done", "en", Map.of("name", "Ada")))
                        .code());
    }
}
