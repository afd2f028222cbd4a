package org.image2ai.kit.vendor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class ServerSentEventsTest {
    private final List<String> events = new ArrayList<>();

    private boolean read(InputStream in) {
        return new ServerSentEvents(in).read((name, data) -> {
            try {
                events.add(name + "=" + new String(data.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return !events.get(events.size() - 1).endsWith("[DONE]");
        });
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    public void readsEventsWithEitherLineEnd() {
        for (String end : List.of("\n", "\r\n")) {
            events.clear();
            String text = ": hello|event: a|data: one|data:two||id: 7|data: {\"x\": 1}|: ping|||event: b|data: last||";
            assertFalse(read(stream(text.replace("|", end))));
            assertEquals(List.of("a=one\ntwo", "message={\"x\": 1}", "b=last"), events);
        }
    }

    @Test
    public void stopsWhenTheHandlerHasEnough() {
        assertTrue(read(stream("data: [DONE]\n\ndata: never\n\n")));
        assertEquals(List.of("message=[DONE]"), events);
    }

    @Test
    public void readsLinesLongerThanAnyBuffer() {
        String picture = "0123456789".repeat(20_000);
        assertFalse(read(stream("event: p\ndata: " + picture + "\n\ndata: x\n\n")));
        assertEquals(List.of("p=" + picture, "message=x"), events);
    }

    @Test
    public void skipsWhatAHandlerLeaves() {
        List<String> names = new ArrayList<>();
        new ServerSentEvents(stream("event: a\ndata: long\ndata: longer\n\nevent: b\ndata: x\n\n"))
                .read((name, data) -> names.add(name));
        assertEquals(List.of("a", "b"), names);
    }

    @Test
    public void aStreamThatBreaksOffEndsItsLastEvent() {
        assertFalse(read(stream("event: a\ndata: hal")));
        assertEquals(List.of("a=hal"), events);
    }
}
