package org.image2ai.moderation.words;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.image2ai.api.moderation.Content;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.ContentReviewer;
import org.image2ai.api.moderation.Finding;
import org.image2ai.tck.Calls;
import org.image2ai.tck.moderation.ContentReviewerContract;
import org.junit.Test;

public class WordReviewerTest extends ContentReviewerContract {
    private static final double REFUSED = 0.8;

    private final WordReviewer reviewer = new WordReviewer();

    @Override
    protected ContentReviewer reviewer() {
        return reviewer;
    }

    @Override
    protected Set<Content.Kind> kinds() {
        return Set.of(Content.Kind.PROMPT);
    }

    @Override
    protected List<Content> samples() {
        return List.of(
                new Content.Prompt(""),
                new Content.Prompt("a red fox in the snow"),
                new Content.Prompt("p0rn and a beheading, sieg heil"),
                new Content.Prompt("naked ".repeat(5_000)));
    }

    private Map<ContentCategory, Double> scores(String prompt) {
        Map<ContentCategory, Double> scores = new EnumMap<>(ContentCategory.class);
        for (Finding finding : reviewer.review(Calls.of(Calls.ALICE), new Content.Prompt(prompt))
                .findings()) {
            scores.put(finding.category(), finding.score());
        }
        return scores;
    }

    private void assertRefused(ContentCategory category, String... prompts) {
        double least = category == ContentCategory.SEXUAL_MINORS ? 0.5 : REFUSED;
        for (String prompt : prompts) {
            Map<ContentCategory, Double> scores = scores(prompt);
            assertTrue(prompt + ": " + scores, scores.getOrDefault(category, 0.0) >= least);
        }
    }

    private static List<String> lines(String name) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(WordReviewerTest.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    public void hasNothingAgainstInnocentPrompts() throws IOException {
        List<String> wronged = new ArrayList<>();
        List<String> prompts = lines("innocent.txt");
        assertTrue("too few to mean something: " + prompts.size(), prompts.size() >= 150);
        for (String prompt : prompts) {
            Map<ContentCategory, Double> scores = scores(prompt);
            boolean refused = scores.values().stream().anyMatch(score -> score >= REFUSED)
                    || scores.getOrDefault(ContentCategory.SEXUAL_MINORS, 0.0) >= 0.5;
            if (refused) {
                wronged.add(prompt + " " + scores);
            }
        }
        assertEquals(List.of(), wronged);
    }

    @Test
    public void findsEveryCategoryInEveryLanguage() throws IOException {
        List<String> missed = new ArrayList<>();
        List<String> prompts = lines("refused.txt");
        for (String line : prompts) {
            String[] parts = line.split(" ", 3);
            ContentCategory category = ContentCategory.ofWireName(parts[0]).orElseThrow();
            double least = category == ContentCategory.SEXUAL_MINORS ? 0.5 : REFUSED;
            Map<ContentCategory, Double> scores = scores(parts[2]);
            if (scores.getOrDefault(category, 0.0) < least) {
                missed.add(line + " " + scores);
            }
        }
        assertEquals(List.of(), missed);
        assertEquals(
                "six languages of six categories",
                36,
                prompts.stream()
                        .map(line -> line.split(" ", 3))
                        .map(parts -> parts[0] + parts[1])
                        .distinct()
                        .count());
    }

    @Test
    public void readsWhatIsWrittenToBeMissed() {
        assertRefused(
                ContentCategory.SEXUAL,
                "PORN",
                "p0rn",
                "pоrn with a Cyrillic letter",
                "pοrn with a Greek one",
                "ｐｏｒｎ",
                "p\u200bo\u200br\u200bn",
                "po\u00adrn",
                "p o r n",
                "p.o.r.n",
                "p-o-r-n",
                "p_o_r_n",
                "p 0 r n",
                "poooorn",
                "p\u00f6rn",
                "p\u0336o\u0336r\u0336n\u0336",
                "𝓹𝓸𝓻𝓷",
                "po.rn",
                "hardcorepornstar",
                "b l o w j o b",
                "bl0w j0b",
                "b1owjob",
                "h3nta1",
                "m@sturb@tion",
                "d1ld0s");
        assertRefused(ContentCategory.HATE, "s1eg heil", "n i g g e r", "n1gg3r", "ѕіeg hеil");
    }

    @Test
    public void sexualWordsAboutSomebodyYoungAreWorse() {
        assertRefused(
                ContentCategory.SEXUAL_MINORS,
                "a nude schoolgirl",
                "a topless 14 year old on a beach",
                "15yo in lingerie",
                "a sexy teenager, 16 years old",
                "ein nacktes 12-jähriges Mädchen, 12 Jahre",
                "une fille nue de 13 ans",
                "chica desnuda de 15 años",
                "hentai with a loli");
        assertTrue(scores("a castle 12 years old").isEmpty());
        assertTrue(
                scores("a nude of 1912, 30 years old, oil on canvas").getOrDefault(ContentCategory.SEXUAL_MINORS, 0.0)
                        == 0);
    }

    @Test
    public void oneRevealingWordIsNoReasonAndManyAre() {
        assertTrue(scores("a nude by Modigliani, oil on canvas").get(ContentCategory.SEXUAL) < REFUSED);
        assertRefused(ContentCategory.SEXUAL, "sexy busty nude in lingerie, seductive, nsfw");
    }

    @Test(timeout = 20_000)
    public void longPromptsAreReadInOnePass() {
        String prompt = "a quiet street at dawn with n1ce old h0uses and f l o w e r s, ".repeat(500);
        assertTrue(scores(prompt).isEmpty());
    }
}
