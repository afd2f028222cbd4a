package org.image2ai.privacy.request;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.ws.rs.core.HttpHeaders;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PrivacyDeclaration.ErasureMode;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class PageWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/image2ai/privacy/request");

    private Bench bench;

    @Before
    public void begin() {
        bench = new Bench();
        bench.roster.add("org.image2ai.library").hold(Bench.ADA, 3);
    }

    @After
    public void end() {
        bench.close();
    }

    private static HttpHeaders wanting(String... tags) {
        List<Locale> locales = Stream.of(tags).map(Locale::forLanguageTag).toList();
        return (HttpHeaders) Proxy.newProxyInstance(
                PageWordsTest.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, args) -> locales);
    }

    @Test
    public void speaksWhatTheReaderWantsMostAndEnglishOtherwise() {
        assertEquals("de", PageWords.of(wanting("fr", "de-AT", "en")).language());
        assertEquals("en", PageWords.of(wanting("en-GB", "de")).language());
        assertEquals("en", PageWords.of(wanting("fr")).language());
        assertEquals("en", PageWords.of(wanting()).language());
    }

    @Test
    public void theCertificateAndThePageOfALinkAreGermanAsWell() {
        Request request = bench.ask(RequestType.ERASURE, Map.of());
        String asked = LinkPage.of(bench.view(request), "/link", PageWords.GERMAN);
        assertTrue(asked, asked.contains("<html lang=\"de\">"));
        assertTrue(asked, asked.contains("All das endgültig löschen"));
        assertTrue(asked, asked.contains("3 gelöscht (ERASED)"));
        assertFalse(asked, asked.contains("What would be done"));
        bench.evidence
                .transactions()
                .required(() -> bench.requests.confirmed(request.id(), Optional.empty(), Bench.ADA.value()));
        bench.work(request);
        Certificates.Signed signed = new Certificates(bench.evidence, bench.views, new Signer(new byte[32]))
                .of(bench.evidence.rows().require(request.id()));
        String page = CertificatePage.of(signed, PageWords.GERMAN);
        assertTrue(page, page.contains("abgeschlossen (COMPLETE): eine Nachprüfung fand nichts"));
        assertTrue(page, page.contains("<h2>Was daraus wurde</h2>"));
        assertTrue(CertificatePage.of(signed, PageWords.ENGLISH)
                .contains("COMPLETE: a second look found nothing that is not kept"));
    }

    @Test
    public void everyWordOfThePagesAndEveryTermIsTranslated() throws IOException {
        Set<String> words = new TreeSet<>();
        for (String page : List.of("CertificatePage", "LinkPage")) {
            String code = Files.readString(SOURCES.resolve(page + ".java"));
            Matcher said = Pattern.compile("(?:say|table)\\(\\s*\"([^\"]+)\"").matcher(code);
            while (said.find()) {
                words.add(said.group(1));
            }
            Matcher columns =
                    Pattern.compile("List\\.of\\(((?:\"[^\"]+\"(?:, )?)+)\\)").matcher(code);
            while (columns.find()) {
                for (String column : columns.group(1).split("\"(?:, \")?")) {
                    words.add(column);
                }
            }
        }
        words.remove("");
        Stream.of(RequestState.values(), Outcome.Status.values(), ExternalTask.State.values(), ErasureMode.values())
                .flatMap(Stream::of)
                .forEach(term -> words.add(term.name()));
        Stream.of(RequestType.values()).forEach(type -> words.add(type.wireName()));
        assertTrue(words.toString(), words.size() > 70);
        words.forEach(word -> assertNotEquals(word, PageWords.GERMAN.say(word)));
    }
}
