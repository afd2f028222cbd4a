package org.image2ai.privacy.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

public class RegisterTest {
    @Test
    public void aRecipientGetsNothingUntilTheRegisterNamesIt() {
        try (TestPolicy test = new TestPolicy(Map.of("autoPublish", false))) {
            test.members.send("org.acme", "Acme Inc.", "https://acme.example/privacy");
            assertEquals(Set.of(), test.published.closedBundles());
            test.published.publishWhatMayBe();
            test.members.send("org.bravo", "Bravo Ltd", "https://bravo.example/privacy");
            test.published.publishWhatMayBe();
            assertEquals(Set.of("org.bravo"), test.published.closedBundles());
            assertFalse(test.register.processors().get(1).published());
            assertEquals(List.of("Bravo Ltd"), test.published.publish("acc_OFFICER"));
            assertEquals(Set.of(), test.published.closedBundles());
            assertTrue(test.register.processors().get(1).published());
            PublishedRecipients restarted =
                    new PublishedRecipients(test.config, test.rows, test.members, test.audit, test.clock);
            assertEquals(Set.of(), restarted.closedBundles());
            restarted.close();
        }
    }

    @Test
    public void whereTheOperatorWantsItANewRecipientStandsInTheRegisterByItself() {
        try (TestPolicy test = new TestPolicy(Map.of())) {
            test.published.publishWhatMayBe();
            test.members.send("org.acme", "Acme Inc.", "https://acme.example/privacy");
            assertEquals(Set.of(), test.published.closedBundles());
            test.published.publishWhatMayBe();
            assertTrue(test.register.processors().get(0).published());
            test.published.publishWhatMayBe();
            assertEquals(2, test.audit.actions().size());
        }
    }

    @Test
    public void twoBundlesWithTheSameRecipientAreTwoFlows() {
        try (TestPolicy test = new TestPolicy(Map.of("autoPublish", false))) {
            test.members.send("org.acme", "Acme Inc.", "/privacy");
            test.published.publish("x");
            test.members.send("org.other", "Acme Inc.", "/privacy");
            assertEquals(Set.of("org.other"), test.published.closedBundles());
            assertEquals(Set.of("org.acme", "org.other"), test.published.bundlesOf(Set.of("acme inc.")));
        }
    }

    @Test
    public void anotherInstanceHearsOfAPublicationWithinSeconds() {
        try (TestPolicy test = new TestPolicy(Map.of("autoPublish", false))) {
            test.published.publish("x");
            test.members.send("org.acme", "Acme Inc.", "/privacy");
            PublishedRecipients other =
                    new PublishedRecipients(test.config, test.rows, test.members, test.audit, test.clock);
            assertEquals(Set.of("org.acme"), other.closedBundles());
            test.published.publish("x");
            test.after(Duration.ofSeconds(6));
            assertEquals(Set.of(), other.closedBundles());
            other.close();
        }
    }

    @Test
    public void theRecordOfProcessingSaysAllThatBundlesDeclareInEachForm() {
        try (TestPolicy test = new TestPolicy(Map.of("controller", "=cmd <Acme>"))) {
            test.members.hold("org.holder", "mails");
            test.members.send("org.acme", "\"Acme\", =1", "javascript:alert(1)");
            Register.Records records = test.register.records();
            assertEquals("dpv-pd:EmailAddress", records.activities().get(0).category());
            assertEquals(List.of("tab_mails"), records.activities().get(0).location());
            String csv = RegisterTables.csv(records);
            assertEquals(3, csv.split("\r\n").length);
            assertTrue(csv, csv.contains("\"\"\"Acme\"\", =1\""));
            String html = RegisterTables.page(records).text("en", "Record");
            assertTrue(html, html.contains("&quot;Acme&quot;, =1"));
            assertFalse(html, html.contains("<Acme>") || html.contains("href=\"javascript"));
        }
    }

    @Test
    public void aCellThatASpreadsheetWouldRunIsText() {
        assertEquals("\"'=1+1\",\"a\"\"b\"\r\n", Csv.of(List.of("=1+1", "a\"b"), List.of()));
    }

    @Test
    public void aRecipientThatTheOperatorConfiguredIsNamedWithItsHost() {
        try (TestPolicy test = new TestPolicy(Map.of())) {
            test.members.send("org.sender", "The mail server", "/privacy", List.of());
            test.members.send("org.other", "Acme", "/privacy", List.of("api.acme.example"));
            test.register.configured.add(
                    () -> Map.of("The mail server", List.of("smtp.example.org"), "Acme", List.of("other.example")));
            assertEquals(
                    List.of(List.of("api.acme.example"), List.of("smtp.example.org")),
                    test.register.processors().stream()
                            .sorted(Comparator.comparing(Register.Processor::name))
                            .map(Register.Processor::hosts)
                            .toList());
            String html = RegisterTables.processors(new Html(), test.register.processors(), false)
                    .text("en", "Processors");
            assertTrue(html, html.contains("smtp.example.org"));
        }
    }

    @Test
    public void theTableOfCookiesComesFromTheDeclarations() {
        try (TestPolicy test = new TestPolicy(Map.of())) {
            test.members.hold("org.holder", "mails");
            assertEquals("c_mails", test.register.cookies().get(0).name());
            String html =
                    RegisterTables.cookies(new Html(), test.register.cookies()).text("en", "Cookies");
            assertTrue(html, html.contains("Keeps &lt;you&gt; signed in"));
        }
    }
}
