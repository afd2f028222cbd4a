package org.image2ai.privacy.request;

import static org.image2ai.privacy.request.CertificatePage.escape;

/** A request for people who come by a link: how it stands, and what they can say yes to. */
final class LinkPage {
    private LinkPage() {}

    static String of(RequestView view, String link, PageWords words) {
        String title = escape(words.say("Privacy request"));
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(words.language())
                .append("\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>" + title + "</title>")
                .append("<style>body{font:16px/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}</style>")
                .append("</head><body><h1>" + title + "</h1><p>")
                .append(escape(words.say("Type") + ": " + words.term(view.type())))
                .append("<br>")
                .append(escape(words.say("State") + ": " + words.term(view.state())))
                .append("<br>")
                .append(escape(words.say("Due") + ": " + view.dueAt()))
                .append("</p>");
        plan(view, html, words);
        switch (view.state()) {
            case VERIFYING -> button(html, link, words.say("Yes, this is my request"));
            case PLANNED -> button(html, link, words.say("Erase all of this for good"));
            default ->
                html.append("<p><a href=\"")
                        .append(escape(link))
                        .append("/certificate.html\">")
                        .append(escape(words.say("Certificate")))
                        .append("</a></p>");
        }
        return html.append("</body></html>\n").toString();
    }

    private static void plan(RequestView view, StringBuilder html, PageWords words) {
        if (view.state() != RequestState.PLANNED || view.plan().isEmpty()) {
            return;
        }
        html.append("<h2>").append(escape(words.say("What would be done"))).append("</h2><ul>");
        for (Tally.Line line : view.plan().get().items()) {
            html.append("<li>")
                    .append(escape(line.bundle() + " / " + line.holding() + ": " + line.items() + " "
                            + words.term(line.status())));
            if (!line.reason().isEmpty()) {
                html.append(escape(" (" + line.reason()
                        + (line.untilDay().isEmpty() ? "" : ", " + words.say("until") + " " + line.untilDay()) + ")"));
            }
            html.append("</li>");
        }
        html.append("</ul>");
    }

    private static void button(StringBuilder html, String link, String words) {
        html.append("<form method=\"post\" action=\"")
                .append(escape(link))
                .append("/yes\"><button>")
                .append(escape(words))
                .append("</button></form>");
    }
}
