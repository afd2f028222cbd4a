package org.image2ai.privacy.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.image2ai.privacy.policy.Register.Activity;
import org.image2ai.privacy.policy.Register.Cookie;
import org.image2ai.privacy.policy.Register.Processor;
import org.image2ai.privacy.policy.Register.Records;

/** The register as tables for people and for spreadsheets. */
final class RegisterTables {
    private static final List<String> COLUMNS = List.of(
            "kind",
            "bundle",
            "state",
            "name",
            "category",
            "purposes",
            "legal basis",
            "where",
            "kept while active",
            "kept after closing",
            "at erasure",
            "recipients",
            "country",
            "safeguard",
            "policy");

    private RegisterTables() {}

    static String csv(Records records) {
        List<List<String>> rows = new ArrayList<>();
        records.activities().forEach(activity -> rows.add(row(activity)));
        records.recipients().forEach(recipient -> rows.add(row(recipient)));
        return Csv.of(COLUMNS, rows);
    }

    private static String words(Collection<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.joining("; "));
    }

    private static List<String> row(Activity one) {
        return List.of(
                "holding",
                one.bundle(),
                one.state(),
                one.holding(),
                one.category(),
                words(one.purposes()),
                one.legalBasis(),
                words(one.location()),
                one.keptWhileActive(),
                one.keptAfterClosing(),
                one.atErasure(),
                words(one.recipients()),
                "",
                "",
                "");
    }

    private static List<String> row(Processor one) {
        return List.of(
                "recipient",
                one.bundle(),
                one.published() ? "PUBLISHED" : "NOT_PUBLISHED",
                one.name(),
                "",
                words(one.purposes()),
                "",
                words(one.hosts()),
                one.retention(),
                one.retention(),
                one.erasure(),
                "",
                one.country(),
                one.safeguard(),
                one.policyUrl());
    }

    static Html page(Records records) {
        Html page = new Html()
                .element("h1", "Record of processing activities")
                .element("p", records.controller().name())
                .element("p", records.controller().address())
                .element("p", records.controller().contact());
        List<List<String>> held = records.activities().stream()
                .map(one -> List.of(
                        Html.escape(one.bundle() + " (" + one.state() + ")"),
                        Html.escape(one.holding()),
                        Html.escape(one.category()),
                        Html.cell(one.purposes()),
                        Html.escape(one.legalBasis()),
                        Html.cell(one.location()),
                        Html.escape(one.keptWhileActive() + ", closed " + one.keptAfterClosing()),
                        Html.escape(one.atErasure())))
                .toList();
        page.table(
                "What is held of " + subjects(records),
                List.of("Bundle", "Holding", "Category", "Purposes", "Legal basis", "Where", "Kept", "At erasure"),
                held);
        processors(page, records.recipients(), true);
        page.element("h2", "Measures of protection").raw("<ul>");
        records.measures().forEach(measure -> page.element("li", measure));
        return page.raw("</ul>\n");
    }

    private static String subjects(Records records) {
        return words(
                records.activities().stream().map(Activity::subjects).distinct().toList());
    }

    static Html processors(Html page, List<Processor> processors, boolean all) {
        List<String> headers = new ArrayList<>(
                List.of("Name", "Where", "Country", "Purposes", "Safeguard", "Kept there", "How erased", "Its policy"));
        if (all) {
            headers.add("Published");
        }
        List<List<String>> rows = processors.stream()
                .map(one -> {
                    List<String> cells = new ArrayList<>(List.of(
                            Html.escape(one.name()),
                            Html.cell(one.hosts()),
                            Html.escape(one.country()),
                            Html.cell(one.purposes()),
                            Html.escape(one.safeguard()),
                            Html.escape(one.retention()),
                            Html.escape(one.erasure()),
                            Html.link(one.policyUrl(), one.policyUrl())));
                    if (all) {
                        cells.add(one.published() ? "yes" : "no");
                    }
                    return cells;
                })
                .toList();
        return page.table("Who gets data", headers, rows);
    }

    static Html cookies(Html page, List<Cookie> cookies) {
        return page.table(
                "What is kept in browsers",
                List.of("Name", "Kind", "Purpose", "Lifetime", "Waits for consent"),
                cookies.stream()
                        .map(one -> List.of(
                                Html.escape(one.name()),
                                Html.escape(one.kind()),
                                Html.escape(one.purpose()),
                                Html.escape(one.lifetime()),
                                one.optional() ? "yes" : "no"))
                        .toList());
    }
}
