package org.image2ai.library;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class DownloadTest {
    @Test
    public void readsOneRange() {
        assertEquals(new Download.Span(0, 4), Download.span("bytes=0-4", 10).orElseThrow());
        assertEquals(new Download.Span(5, 9), Download.span("bytes=5-", 10).orElseThrow());
        assertEquals(new Download.Span(7, 9), Download.span("bytes=-3", 10).orElseThrow());
        assertEquals(new Download.Span(0, 9), Download.span("bytes=-30", 10).orElseThrow());
        assertEquals(new Download.Span(2, 9), Download.span("bytes=2-100", 10).orElseThrow());
    }

    @Test
    public void ignoresWhatIsNoSingleRange() {
        for (String range :
                new String[] {null, "", "bytes=-", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b", "bytes=4-2"}) {
            assertEquals(range, java.util.Optional.empty(), Download.span(range, 10));
        }
    }

    @Test
    public void aRangeBehindTheEndHasNoBytes() {
        assertEquals(false, Download.span("bytes=10-", 10).orElseThrow().within(10));
        assertEquals(false, Download.span("bytes=-0", 10).orElseThrow().within(10));
        assertEquals(true, Download.span("bytes=9-9", 10).orElseThrow().within(10));
    }
}
