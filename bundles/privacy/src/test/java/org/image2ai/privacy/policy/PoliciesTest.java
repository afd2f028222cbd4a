package org.image2ai.privacy.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.junit.After;
import org.junit.Test;

public class PoliciesTest {
    private final TestPolicy test =
            new TestPolicy(Map.of("controller", "Acme & Sons", "address", "1 Road", "contact", "privacy@example.org"));

    @After
    public void close() {
        test.close();
    }

    private String refusal(Publication.Draft draft) {
        return assertThrows(PlatformException.class, () -> test.publication.publish(draft, "x"))
                .code();
    }

    private Publication.Draft draft(String version, int days, Map<String, String> texts) {
        return new Publication.Draft(
                Optional.ofNullable(version), test.policies.today().plusDays(days), texts, Set.of());
    }

    @Test
    public void theFirstPolicyIsThereInTwoLanguagesAndNamesTheOperator() {
        PolicyVersion now = test.policies.now();
        assertEquals("2026-01", now.version());
        Policies.Text english = test.policies.text(now, "fr");
        assertEquals("en", english.language());
        assertEquals(List.of("de", "en"), english.languages());
        assertTrue(english.markdown().contains("Acme & Sons"));
        assertTrue(english.markdown().contains("privacy@example.org"));
        assertFalse(english.markdown().contains("{{"));
        assertTrue(test.policies.text(now, "de").markdown().startsWith("# Datenschutzerklärung"));
    }

    @Test
    public void aNewVersionHoldsFromItsDayOnAndOldOnesStayReadable() {
        PolicyVersion next = test.announce(20, "# New");
        assertEquals("2026-01", test.policies.version());
        assertEquals(Optional.of(next), test.policies.next());
        test.after(Duration.ofDays(20));
        assertEquals(next, test.policies.now());
        assertEquals(Optional.empty(), test.policies.next());
        PolicyVersion old = test.policies.require("2026-01");
        assertEquals(Optional.of(old), test.policies.before(next));
        assertTrue(test.policies.text(old, "en").markdown().contains("Privacy policy"));
        assertEquals(List.of("admin:privacy:policy:publish"), test.audit.actions());
    }

    @Test
    public void whatIsPublishedIsThereAfterARestart() {
        PolicyVersion next = test.announce(20, "# New", Purpose.ANALYTICS);
        Policies restarted = new Policies(test.config, test.rows, test.clock);
        assertEquals(next.version(), restarted.require(next.version()).version());
        assertEquals(
                Set.of(Purpose.ANALYTICS), restarted.require(next.version()).changedPurposes());
        assertEquals(2, restarted.versions().size());
    }

    @Test
    public void aPolicyIsAnnouncedAheadInOrderAndUnderANameOfItsOwn() {
        Map<String, String> text = Map.of("en", "# New");
        assertEquals("notice_too_short", refusal(draft(null, 13, text)));
        assertEquals("invalid_version", refusal(draft("versions", 20, text)));
        assertEquals("invalid_version", refusal(draft("../x", 20, text)));
        assertEquals("invalid_texts", refusal(draft(null, 20, Map.of())));
        assertEquals("invalid_texts", refusal(draft(null, 20, Map.of("en", " "))));
        assertEquals("policy_version_taken", refusal(draft("2026-01", 20, text)));
        test.announce(30, "# New");
        assertEquals("policy_out_of_order", refusal(draft("early", 20, text)));
    }

    @Test
    public void aConsentHoldsUntilItsPurposeChangesAndIsAskedAgainOnlyThen() {
        PolicyVersion next = test.announce(20, "# New", Purpose.ANALYTICS);
        assertTrue(test.policies.covers("2026-01", Purpose.ANALYTICS));
        test.after(Duration.ofDays(20));
        assertFalse(test.policies.covers("2026-01", Purpose.ANALYTICS));
        assertTrue(test.policies.covers("2026-01", Purpose.IMPROVEMENT));
        assertTrue(test.policies.covers(next.version(), Purpose.ANALYTICS));
        assertFalse(test.policies.covers("never-published", Purpose.IMPROVEMENT));
    }

    @Test
    public void whatAVersionChangesIsShownLineByLine() {
        List<PolicyDiff.Section> changes = PolicyDiff.between(
                "# P\nintro\n\n## A\none\ntwo\nthree\n## B\nsame\n## Gone\nold",
                "# P\nintro\n## A\none\n2\nthree\n## B\nsame\n## C\nnew");
        assertEquals(
                List.of("A", "C", "Gone"),
                changes.stream().map(PolicyDiff.Section::title).toList());
        assertEquals(
                List.of("SAME one", "REMOVED two", "ADDED 2", "SAME three"),
                changes.get(0).lines().stream()
                        .map(line -> line.kind() + " " + line.text())
                        .toList());
        assertEquals(List.of(), PolicyDiff.between("# P\nx", "# P\n\nx\n"));
    }

    @Test
    public void aTextIsShownAndNeverRun() {
        String html = Markdown.html(
                "# A <b>\n\nSee [it](javascript:alert(1)) or [this](/privacy/cookies)\n<script>x</script>\n"
                        + "- **one** & more\n  goes on\n- `two`\n\nend \"q\"");
        assertEquals(
                "<h1>A &lt;b&gt;</h1>\n<p>See [it](javascript:alert(1)) or <a href=\"/privacy/cookies\""
                        + " rel=\"noopener noreferrer\">this</a>\n&lt;script&gt;x&lt;/script&gt;</p>\n"
                        + "<ul><li><strong>one</strong> &amp; more\ngoes on</li>\n<li><code>two</code></li></ul>\n"
                        + "<p>end &quot;q&quot;</p>\n",
                html);
        assertEquals("x", Html.link("javascript:alert", "x"));
        assertEquals("x", Html.link("//evil.example", "x"));
    }

    @Test
    public void theFirstDayIsADateOfTheUtcCalendar() {
        assertEquals(LocalDate.of(2026, 1, 1), test.policies.now().effective());
    }
}
