package org.image2ai.privacy.policy;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** A plain page: what it is given is text and never markup, it needs no script, and it loads nothing. */
final class Html {
    private static final String STYLE = "body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
            + "color:#18181b}table{border-collapse:collapse;width:100%}th,td{border:1px solid #d4d4d8;padding:.4rem;"
            + "text-align:left;vertical-align:top}caption{text-align:left;font-weight:bold;padding:.4rem 0}"
            + "ins{background:#dcfce7}del{background:#fee2e2}";

    private final StringBuilder body = new StringBuilder();

    /** The text so that a browser shows it as it is. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A link, if it leads somewhere where links of pages may lead; else its text. */
    static String link(String address, String text) {
        boolean good = address.matches("(?i)(https?://|mailto:).+") || address.matches("/(?!/).*");
        return good
                ? "<a href=\"" + escape(address) + "\" rel=\"noopener noreferrer\">" + escape(text) + "</a>"
                : escape(text);
    }

    Html element(String name, String text) {
        return raw("<" + name + ">" + escape(text) + "</" + name + ">\n");
    }

    /** Adds markup that was made here. */
    Html raw(String markup) {
        body.append(markup);
        return this;
    }

    /** A table of cells that are markup already. */
    Html table(String caption, List<String> headers, List<List<String>> rows) {
        raw("<table><caption>" + escape(caption) + "</caption><thead><tr>");
        headers.forEach(header -> raw("<th scope=\"col\">" + escape(header) + "</th>"));
        raw("</tr></thead><tbody>\n");
        rows.forEach(row -> raw(
                row.stream().map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining("", "<tr>", "</tr>\n"))));
        return raw("</tbody></table>\n");
    }

    /** Several texts in one cell. */
    static String cell(Collection<?> texts) {
        return texts.stream().map(text -> escape(text.toString())).collect(Collectors.joining("<br>"));
    }

    /** The whole page. */
    String text(String language, String title) {
        return "<!DOCTYPE html>\n<html lang=\"" + escape(language) + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escape(title) + "</title><style>"
                + STYLE + "</style></head>\n<body><main>\n" + body + "</main></body></html>\n";
    }

    Response page(String language, String title) {
        return Response.ok(text(language, title), MediaType.TEXT_HTML + ";charset=UTF-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                                + " form-action 'none'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    /** Whether a person's browser asks, and not a program. */
    static boolean isAsked(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
    }

    /** The language that somebody wants most, among those that pages are in. */
    static String language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(locale -> locale.getLanguage())
                .filter(language -> language.equals("de") || language.equals("en"))
                .findFirst()
                .orElse(Policies.ENGLISH);
    }
}
