package org.image2ai.privacy.request;

import java.util.List;
import java.util.stream.Stream;

/** A certificate for people: plain HTML, without scripts. */
final class CertificatePage {
    private static final String STYLE = "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
            + "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3rem .5rem;"
            + "text-align:left;vertical-align:top;overflow-wrap:anywhere}code{overflow-wrap:anywhere}";

    private final StringBuilder html = new StringBuilder();
    private final PageWords words;

    private CertificatePage(PageWords words) {
        this.words = words;
    }

    static String of(Certificates.Signed signed, PageWords words) {
        return new CertificatePage(words).write(signed);
    }

    private String write(Certificates.Signed signed) {
        Certificate c = signed.certificate();
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(words.language())
                .append("\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escape(words.say("Certificate") + " " + c.request()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(escape(words.say("Certificate of a privacy request")))
                .append("</h1>");
        head(c);
        outcomes(c);
        items(c);
        outside(c);
        proof(signed);
        return html.append("</body></html>\n").toString();
    }

    private void items(Certificate c) {
        table(
                "Item by item: what is kept, failed, or outside",
                List.of("Bundle", "Holding", "Item", "What", "Why", "Until"),
                c.items().stream()
                        .map(i -> List.of(
                                i.bundle(), i.holding(), i.key(), words.term(i.status()), i.reason(), i.until())));
        if (c.itemsLeftOut() > 0) {
            html.append("<p>")
                    .append(c.itemsLeftOut())
                    .append(' ')
                    .append(escape(words.say("more are not listed.")))
                    .append("</p>");
        }
    }

    private void outside(Certificate c) {
        table(
                "Copies outside",
                List.of("Recipient", "Sent by", "Erased by", "State", "Due", "Evidence"),
                c.external().stream()
                        .map(t -> List.of(
                                t.recipient(),
                                t.bundle(),
                                words.term(t.mode()),
                                words.term(t.state()),
                                t.due().map(Object::toString).orElse(""),
                                words.say(t.evidence()))));
        table(
                "Second looks",
                List.of("When", "What", "Where"),
                c.looks().stream().map(l -> List.of(l.at().toString(), words.term(l.kind()), l.about())));
    }

    private void head(Certificate c) {
        String state = words.term(c.state()) + (c.state().isOver() ? "" : ": " + words.say("this is not the end yet"));
        if (c.state() == RequestState.COMPLETE && !c.looks().isEmpty()) {
            state += ": " + words.say("a second look found nothing that is not kept for a reason named below");
        }
        table(
                "The request",
                List.of("What", "Value"),
                Stream.of(
                        List.of(words.say("Request"), c.request()),
                        List.of(words.say("Account"), c.subject()),
                        List.of(words.say("Type"), words.term(c.type())),
                        List.of(words.say("Law"), c.law()),
                        List.of(words.say("State"), state + "."),
                        List.of(words.say("Received"), c.received().toString()),
                        List.of(words.say("Due"), c.due().toString()),
                        List.of(words.say("This certificate is of"), c.issued().toString()),
                        List.of(
                                words.say("The platform looked past the bundles into its own tables and folders"),
                                words.say(c.custodyLooked() ? "yes" : "no"))));
    }

    private void outcomes(Certificate c) {
        table(
                "What became of it",
                List.of("Bundle", "Holding", "Part", "What", "Items", "Why", "Until"),
                c.outcomes().stream()
                        .flatMap(p -> p.items().isEmpty()
                                ? Stream.of(List.of(
                                        p.bundle(),
                                        p.holding(),
                                        words.term(p.state()),
                                        words.say("nothing held"),
                                        "0",
                                        p.reason(),
                                        ""))
                                : p.items().stream()
                                        .map(i -> List.of(
                                                p.bundle(),
                                                p.holding(),
                                                words.term(p.state()),
                                                words.term(i.status()),
                                                String.valueOf(i.items()),
                                                i.reason(),
                                                i.untilDay()))));
    }

    private void proof(Certificates.Signed signed) {
        Ledger.Verification chain = signed.certificate().chain();
        table(
                "Proof",
                List.of("What", "Value"),
                Stream.of(
                        List.of(words.say("Links of the chain"), String.valueOf(chain.links())),
                        List.of(words.say("Its head"), chain.head()),
                        List.of(words.say("Whole"), chain.broken().orElse(words.say("yes"))),
                        List.of(words.say("Signature (JWS, EdDSA)"), signed.jws()),
                        List.of(words.say("Public key (X.509)"), signed.publicKey())));
    }

    private void table(String title, List<String> columns, Stream<List<String>> rows) {
        List<List<String>> all = rows.toList();
        if (all.isEmpty()) {
            return;
        }
        html.append("<h2>").append(escape(words.say(title))).append("</h2><table><tr>");
        columns.forEach(column -> html.append("<th scope=\"col\">")
                .append(escape(words.say(column)))
                .append("</th>"));
        html.append("</tr>");
        for (List<String> row : all) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(escape(cell)).append("</td>"));
            html.append("</tr>");
        }
        html.append("</table>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
