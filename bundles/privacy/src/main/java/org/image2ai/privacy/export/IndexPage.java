package org.image2ai.privacy.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The first page of a copy: what is in it, what is missing, and who else may have data. */
final class IndexPage {
    private final Copy copy;

    IndexPage(Copy copy) {
        this.copy = copy;
    }

    void write(OutputStream out) throws IOException {
        Html html = new Html(out);
        html.begin("Your data");
        html.text(
                "p",
                "A copy of everything that is held of account " + copy.export().subject() + ", made from "
                        + copy.export().created() + " on. Every file is in this folder; nothing here needs a network.");
        html.text("p", "The same as data: a JSON file for each kind, with a JSON Schema for each category.");
        html.open("p");
        html.link(Manifest.NAME, "All files with their SHA-256");
        html.close("p");
        holdings(html);
        gaps(html);
        recipients(html);
        html.end();
    }

    private void holdings(Html html) throws IOException {
        List<Step> plan = copy.export().plan();
        html.text("h2", "What is held");
        for (int i = 0; i < plan.size(); i++) {
            holding(html, i, plan.get(i));
        }
    }

    private void holding(Html html, int index, Step step) throws IOException {
        long items = copy.count(index);
        html.text("h3", step.bundle() + ": " + step.holding());
        html.text(
                "p",
                copy.declared(step)
                        .map(declared -> declared.category() + ", for "
                                + declared.purposes().stream().map(Enum::name).collect(Collectors.joining(", "))
                                + ", on the ground of " + declared.legalBasis() + ". Kept: "
                                + declared.retention().active() + "; after the account is closed: "
                                + declared.retention().closed() + ".")
                        .orElse("Its declaration is gone."));
        html.open("p");
        html.text("strong", items + (items == 1 ? " item" : " items"));
        html.link(EntryNames.data(step), "as data");
        for (int page = 1; page <= ReadingPages.pages(items); page++) {
            html.link(EntryNames.page(step, page), "to read, page " + page);
        }
        html.close("p");
    }

    private void gaps(Html html) throws IOException {
        html.text("h2", "What is missing");
        if (copy.export().progress().gaps() == 0) {
            html.text("p", "Nothing.");
            return;
        }
        html.open("table");
        html.row("th", "Bundle", "Kind", "What", "Why");
        copy.gaps(gap -> html.row(
                "td",
                gap.bundle(),
                gap.holding(),
                gap.name().isEmpty() ? "GAP: all the rest" : "GAP: " + gap.name(),
                gap.reason()));
        html.close("table");
    }

    private void recipients(Html html) throws IOException {
        html.text("h2", "Who else gets or got data");
        List<Map<String, Object>> recipients = Recipients.of(copy);
        if (recipients.isEmpty()) {
            html.text("p", "Nobody.");
            return;
        }
        html.open("table");
        html.row("th", "Name", "Got something", "Country", "What for", "Safeguard", "Kept", "Policy");
        for (Map<String, Object> row : recipients) {
            html.row(
                    "td",
                    row.get("name"),
                    row.get("received"),
                    row.get("country"),
                    row.get("purposes"),
                    row.get("safeguard"),
                    row.get("retention"),
                    row.get("policyUrl"));
        }
        html.close("table");
        html.link("recipients.json", "The same as data");
    }
}
