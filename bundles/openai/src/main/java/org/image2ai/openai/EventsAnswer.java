package org.image2ai.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.core.StreamingOutput;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobEvent.Preview;
import org.image2ai.api.library.Library;

/**
 * The body of a streamed answer: server-sent events as in OpenAI's reference ({@code image_generation.partial_image},
 * {@code image_generation.completed} and the same of {@code image_edit}), or one {@code error} at the end.
 */
final class EventsAnswer implements StreamingOutput {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SILENT_SECONDS = 10;
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Stream stream;
    private final BlockingQueue<Object> news;
    private int partials;

    /**
     * What is streamed.
     *
     * @param kind {@code image_generation} or {@code image_edit}
     * @param options what was asked for
     * @param library knows the formats
     * @param results makes the result of a job that ended
     * @param done called when nothing more is written
     */
    record Stream(String kind, ImageOptions options, Library library, Results results, Runnable done) {}

    /** Makes results. */
    interface Results {
        /** @throws PlatformException the reason, where the job did not succeed */
        Result of(Job job);
    }

    /** @param news {@link Preview}s, then one {@link Job} that ended or one {@link PlatformException} */
    EventsAnswer(Stream stream, BlockingQueue<Object> news) {
        this.stream = stream;
        this.news = news;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try {
            boolean over = false;
            while (!over) {
                over = tell(news.poll(SILENT_SECONDS, TimeUnit.SECONDS), out);
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stream.done().run();
        }
    }

    private boolean tell(Object news, OutputStream out) throws IOException {
        if (news == null) {
            out.write(COMMENT);
            return false;
        }
        if (news instanceof Preview preview) {
            partial(preview, out);
            return false;
        }
        try {
            if (news instanceof PlatformException failure) {
                throw failure;
            }
            completed(stream.results().of((Job) news), out);
        } catch (PlatformException e) {
            event("error", out, json -> {
                json.writeStringField("type", "error");
                json.writePOJOField("error", OpenAiErrors.inStream(e).error());
            });
        }
        return true;
    }

    private void partial(Preview preview, OutputStream out) throws IOException {
        byte[] picture =
                stream.library().transcode(preview.picture(), stream.options().format());
        picture("partial_image", Instant.now().getEpochSecond(), out, json -> {
            json.writeBinaryField("b64_json", picture);
            json.writeNumberField("partial_image_index", partials);
            json.writeStringField("size", sizeAsked());
        });
        partials++;
    }

    private String sizeAsked() {
        String size = stream.options().size();
        return Result.isNamed(size) ? size : ImageOptions.AUTO;
    }

    private void completed(Result result, OutputStream out) throws IOException {
        for (Job.Output made : result.pictures()) {
            picture("completed", result.created(), out, json -> {
                json.writeFieldName("b64_json");
                result.write(made, json, out);
                json.writeStringField("size", result.size().orElse(ImageOptions.AUTO));
                json.writePOJOField("usage", result.usage().orElse(Usage.NONE));
            });
        }
    }

    private void picture(String what, long created, OutputStream out, Writer rest) throws IOException {
        String type = stream.kind() + "." + what;
        ImageOptions options = stream.options();
        event(type, out, json -> {
            json.writeStringField("type", type);
            json.writeNumberField("created_at", created);
            json.writeStringField(
                    "background", options.background() == null ? ImageOptions.AUTO : options.background());
            json.writeStringField("output_format", options.format().type().wireName());
            json.writeStringField("quality", options.qualityWanted().orElse(ImageOptions.AUTO));
            rest.write(json);
        });
    }

    /** Writes some fields. */
    private interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    private static void event(String name, OutputStream out, Writer fields) throws IOException {
        out.write(("event: " + name + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
        try (JsonGenerator json = JSON.getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        }
        out.write(END);
    }
}
