package org.image2ai.privacy.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One holding as pages for people. A page has so many items as a browser shows with ease. */
final class ReadingPages {
    static final int ITEMS = 500;

    private static final String UP = "../../";
    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/webp", "image/gif");

    private final Copy copy;
    private final int index;
    private final Step step;
    private final long items;
    private final Files files;
    private Html page;
    private int number;
    private int onPage;

    ReadingPages(Copy copy, int index, Files files) {
        this.copy = copy;
        this.index = index;
        this.step = copy.export().plan().get(index);
        this.items = copy.count(index);
        this.files = files;
    }

    /** Where pages go, one after another. */
    interface Files {
        OutputStream begin(String name) throws IOException;

        void end() throws IOException;
    }

    /** How many pages so many items take. */
    static int pages(long items) {
        return (int) ((items + ITEMS - 1) / ITEMS);
    }

    void write() throws IOException {
        copy.items(index, item -> {
            if (onPage == 0) {
                begin();
            }
            item(page, item);
            onPage++;
            if (onPage == ITEMS) {
                end();
            }
        });
        if (onPage > 0) {
            end();
        }
    }

    private void begin() throws IOException {
        number++;
        page = new Html(files.begin(EntryNames.page(step, number)));
        page.begin(step.bundle() + ": " + step.holding());
        around();
    }

    private void end() throws IOException {
        around();
        page.end();
        files.end();
        onPage = 0;
    }

    private void around() throws IOException {
        page.open("nav");
        page.link(UP + "index.html", "Contents");
        if (number > 1) {
            page.link(UP + EntryNames.page(step, number - 1), "Before");
        }
        if (number < pages(items)) {
            page.link(UP + EntryNames.page(step, number + 1), "Next");
        }
        page.close("nav");
    }

    private static void item(Html html, Map<String, Object> item) throws IOException {
        html.open("article");
        html.text("h2", item.get("number") + ", held since " + item.get("heldSince"));
        html.value(item.get("data"));
        for (Object file : (List<?>) item.get("files")) {
            file(html, (Map<?, ?>) file);
        }
        for (Object gap : (List<?>) item.get("gaps")) {
            Map<?, ?> missing = (Map<?, ?>) gap;
            html.text("p", "Missing: " + missing.get("name") + ". " + missing.get("reason"));
        }
        html.close("article");
    }

    private static void file(Html html, Map<?, ?> file) throws IOException {
        String href = UP + file.get("path");
        String name = String.valueOf(file.get("name"));
        html.open("p");
        if (SHOWN.contains(file.get("mediaType"))) {
            html.picture(href, name);
        } else {
            html.link(href, name);
        }
        html.close("p");
    }
}
