package org.image2ai.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.library.Library;

/** The pictures of a job that succeeded, and what this API says of them. */
final class Result {
    private static final Set<String> SIZES = Set.of("1024x1024", "1024x1536", "1536x1024");

    /** A multiple of three, so that each part is whole in Base64. */
    private static final int PART = 3 * 8192;

    private final Library library;
    private final CallContext call;
    private final Job job;
    private final ImageOptions options;
    private final List<Job.Output> pictures;

    private Result(Library library, CallContext call, Job job, ImageOptions options) {
        this.library = library;
        this.call = call;
        this.job = job;
        this.options = options;
        this.pictures = job.outputs().stream()
                .filter(output -> output.asset().isPresent())
                .toList();
    }

    /** @throws PlatformException the reason, where the job did not succeed */
    static Result of(Library library, CallContext call, Job job, ImageOptions options) {
        if (job.state() == JobState.CANCELLED) {
            throw PlatformException.conflict("job_cancelled", "The job was cancelled.");
        }
        job.error().ifPresent(failure -> {
            throw failure.code().equals("content_refused")
                    ? PlatformException.denied(failure.code(), failure.message())
                    : PlatformException.upstream(failure.code(), failure.message(), failure.retryable());
        });
        return new Result(library, call, job, options);
    }

    List<Job.Output> pictures() {
        return pictures;
    }

    long created() {
        return job.times().ended().orElse(job.times().created()).getEpochSecond();
    }

    /** The size of the pictures, where it is one that this API has a word for. */
    Optional<String> size() {
        return pictures.stream()
                .map(picture -> picture.width() + "x" + picture.height())
                .findFirst()
                .filter(Result::isNamed);
    }

    /** Whether this API has a word for a size. */
    static boolean isNamed(String size) {
        return size != null && SIZES.contains(size);
    }

    String outputFormat() {
        return options.format().type().wireName();
    }

    /** Known only where the client said it, or where the format has no transparency. */
    Optional<String> background() {
        return Optional.ofNullable(options.background())
                .filter(word -> !word.equals(ImageOptions.AUTO))
                .or(() -> Optional.of("opaque").filter(word -> outputFormat().equals("jpeg")));
    }

    Optional<String> quality() {
        return options.qualityWanted();
    }

    Optional<Usage> usage() {
        return Usage.of(job);
    }

    /** The addresses of the pictures in their order, for who may have them without credentials for a while. */
    List<String> links(String base, Duration life) {
        return pictures.stream()
                .map(picture -> base
                        + library.link(call, picture.asset().orElseThrow(), life)
                                .path())
                .toList();
    }

    /**
     * Writes a picture as Base64 while it is read. The generator would do so too, character by character.
     *
     * @param out where the generator writes to
     */
    void write(Job.Output picture, JsonGenerator json, OutputStream out) throws IOException {
        json.writeRawValue("\"");
        json.flush();
        try (InputStream bytes = library.open(call, picture.asset().orElseThrow(), 0, Long.MAX_VALUE)) {
            byte[] part = new byte[PART];
            int length = bytes.readNBytes(part, 0, PART);
            while (length > 0) {
                out.write(Base64.getEncoder().encode(length == PART ? part : Arrays.copyOf(part, length)));
                length = bytes.readNBytes(part, 0, PART);
            }
        }
        json.writeRaw('"');
    }
}
