package org.image2ai.library;

import java.util.ArrayList;
import java.util.List;
import org.image2ai.library.Header.Span;

/** Collects the parts of a file that are kept. A file of very many is somebody's game, and none of them is kept. */
final class Spans {
    private static final int MOST = 1000;

    private final List<Span> spans = new ArrayList<>();

    void keep(long from, long to) {
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).to() == from) {
            spans.set(last, new Span(spans.get(last).from(), to));
        } else if (spans.size() <= MOST) {
            spans.add(new Span(from, to));
        }
    }

    List<Span> all() {
        return spans.size() <= MOST ? List.copyOf(spans) : List.of();
    }
}
