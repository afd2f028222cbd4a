package org.image2ai.privacy.request;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import javax.ws.rs.core.HttpHeaders;

/**
 * The words of a page in one language. The English ones stand in the code and are the keys of the others; what is not
 * among them, a name or somebody's reason, stays as it is.
 */
final class PageWords {
    static final PageWords ENGLISH = new PageWords("en", new Properties());
    static final PageWords GERMAN = new PageWords("de", read("pages-de.properties"));

    private final String language;
    private final Properties words;

    private PageWords(String language, Properties words) {
        this.language = language;
        this.words = words;
    }

    private static Properties read(String file) {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(PageWords.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** What a reader wants most of the two; English where it wants neither. */
    static PageWords of(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("de") || language.equals("en"))
                .findFirst()
                .filter("de"::equals)
                .map(german -> GERMAN)
                .orElse(ENGLISH);
    }

    String language() {
        return language;
    }

    String say(String english) {
        return words.getProperty(english.replace(' ', '_'), english);
    }

    /** A term of the API, which stands with its translation where there is one. */
    String term(Enum<?> term) {
        return term(term.name());
    }

    String term(String term) {
        String said = say(term);
        return said.equals(term) ? term : said + " (" + term + ")";
    }
}
