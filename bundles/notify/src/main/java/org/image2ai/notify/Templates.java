package org.image2ai.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.api.PlatformException;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.MailMessage;

/** Writes mails from templates. A value is text and never markup, and never more than one line. */
final class Templates {
    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final int LONGEST_SUBJECT = 200;

    private final Map<String, Optional<String>> files = new ConcurrentHashMap<>();

    /** @throws PlatformException INVALID {@code unknown_template}, {@code missing_value} */
    MailMessage write(String id, Mail mail) {
        String language = language(mail.language());
        String[] text =
                file(mail.template(), language + "/" + mail.template() + ".txt").split("\n", 2);
        String html = file(mail.template(), language + "/" + mail.template() + ".html");
        Map<String, String> values = new HashMap<>();
        mail.values().forEach((name, value) -> values.put(name, oneLine(value)));
        values.computeIfPresent("minutes", (name, minutes) -> minutes.matches("\\d{1,9}") ? minutes : null);
        Optional.ofNullable(values.get("minutes"))
                .ifPresent(minutes -> values.put("time", Spans.words(language, Long.parseLong(minutes))));
        String subject = cut(fill(text[0], mail.template(), values, UnaryOperator.identity()));
        String content = fill(html, mail.template(), values, Templates::escape);
        return new MailMessage(
                id,
                mail.to(),
                subject,
                fill(text[1].strip() + "\n", mail.template(), values, UnaryOperator.identity()),
                layout(language, subject, content));
    }

    private String layout(String language, String subject, String content) {
        Map<String, String> parts =
                Map.of("language", language, "subject", escape(subject), "content", content.strip() + "\n");
        return fill(file("layout", "layout.html"), "layout", parts, UnaryOperator.identity());
    }

    /** The nearest language that there are templates in. */
    static String language(String wanted) {
        String primary = Locale.forLanguageTag(wanted).getLanguage();
        return LANGUAGES.contains(primary) ? primary : LANGUAGES.get(0);
    }

    private String file(String template, String path) {
        if (!NAME.matcher(template).matches()) {
            throw unknown(template);
        }
        return files.computeIfAbsent(path, Templates::read).orElseThrow(() -> unknown(template));
    }

    private static PlatformException unknown(String template) {
        return PlatformException.invalid("unknown_template", "There is no mail template " + oneLine(template) + ".");
    }

    private static Optional<String> read(String path) {
        try (InputStream in = Templates.class.getResourceAsStream("templates/" + path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fill(String text, String template, Map<String, String> values, UnaryOperator<String> escape) {
        return GAP.matcher(text).replaceAll(gap -> {
            String value = values.get(gap.group(1));
            if (value == null) {
                throw PlatformException.invalid(
                        "missing_value", "The mail template " + template + " needs " + gap.group(1) + ".");
            }
            return Matcher.quoteReplacement(escape.apply(value));
        });
    }

    private static String oneLine(String value) {
        return CONTROLS.matcher(value).replaceAll(" ").strip();
    }

    private static String cut(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
