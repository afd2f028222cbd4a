package org.image2ai.privacy.request;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Requests on a terminal. */
final class Rows {
    static final List<String> HEADERS = List.of("Bundle", "Holding", "What", "Items", "Why", "Until");

    private Rows() {}

    static void summary(RequestView view, PrintStream out) {
        out.println(view.id() + "  " + view.type() + "  " + view.state() + "  due " + view.dueAt()
                + (view.overdue() ? "  OVERDUE" : ""));
        if (!view.blockedBy().isEmpty()) {
            out.println("Blocked by: " + String.join(", ", view.blockedBy()));
        }
        if (!view.foundIn().isEmpty()) {
            out.println("Found in: " + String.join(", ", view.foundIn()));
        }
        view.exportId().ifPresent(export -> out.println("Copy: " + export));
        for (ExternalTask task : view.external()) {
            out.println("Outside: " + task.id() + "  " + task.recipient() + "  " + task.mode() + "  " + task.state());
        }
    }

    static List<List<?>> of(List<Tally.Line> lines) {
        List<List<?>> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(
                List.of(line.bundle(), line.holding(), line.status(), line.items(), line.reason(), line.untilDay())));
        return rows;
    }
}
