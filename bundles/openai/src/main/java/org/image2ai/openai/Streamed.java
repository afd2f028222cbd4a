package org.image2ai.openai;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.core.Response;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobEvent.Preview;

/**
 * Streams to a call. The stream begins with the first thing that there is to show, so that a job which fails before
 * still has its status; from then on it has a thread, as long as there are some, and goes without unfinished pictures
 * otherwise.
 */
final class Streamed implements Follower {
    private final AsyncResponse response;
    private final EventsAnswer.Stream stream;
    private final Semaphore streams;
    private final BlockingQueue<Object> news = new LinkedBlockingQueue<>();
    private boolean begun;

    Streamed(AsyncResponse response, EventsAnswer.Stream stream, Semaphore streams) {
        this.response = response;
        this.stream = stream;
        this.streams = streams;
    }

    @Override
    public synchronized void preview(Preview preview) {
        if (begun || streams.tryAcquire()) {
            news.add(preview);
            begin(stream);
        }
    }

    @Override
    public synchronized void ended(Job job) {
        if (!begun && job.error().isPresent()) {
            failed(job);
            return;
        }
        news.add(job);
        begin(new EventsAnswer.Stream(stream.kind(), stream.options(), stream.library(), stream.results(), () -> {}));
    }

    private void failed(Job job) {
        try {
            stream.results().of(job);
        } catch (PlatformException e) {
            response.resume(e);
        }
    }

    @Override
    public synchronized void tooLate() {
        if (begun) {
            news.add(ImageCalls.tooLate());
        } else {
            response.resume(ImageCalls.tooLate());
        }
    }

    private void begin(EventsAnswer.Stream what) {
        if (!begun) {
            begun = true;
            response.resume(Response.ok(new EventsAnswer(what, news), "text/event-stream")
                    .header("Cache-Control", "no-cache")
                    .build());
        }
    }
}
