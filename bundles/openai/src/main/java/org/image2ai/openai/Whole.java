package org.image2ai.openai;

import java.util.function.Function;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.core.Response;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobEvent.Preview;

/** Answers a call once its job is over. */
record Whole(AsyncResponse response, Function<Job, Response> answer) implements Follower {
    @Override
    public void preview(Preview preview) {
        // Who does not stream sees the end only.
    }

    @Override
    public void ended(Job job) {
        try {
            response.resume(answer.apply(job));
        } catch (RuntimeException e) {
            response.resume(e);
        }
    }

    @Override
    public void tooLate() {
        response.resume(ImageCalls.tooLate());
    }
}
