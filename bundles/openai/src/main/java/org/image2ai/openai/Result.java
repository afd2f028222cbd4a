package org.image2ai.openai;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.Library;

/** The pictures of a job that succeeded, and what this API says of them. */
final class Result {
    private static final Set<String> SIZES = Set.of("1024x1024", "1024x1536", "1536x1024");

    private final Library library;
    private final CallContext call;
    private final Job job;
    private final ImageOptions options;
    private final List<Asset> assets;

    private Result(Library library, CallContext call, Job job, ImageOptions options) {
        this.library = library;
        this.call = call;
        this.job = job;
        this.options = options;
        this.assets = job.outputs().stream()
                .flatMap(output -> output.asset().stream())
                .map(id -> library.get(call, id))
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

    List<Asset> assets() {
        return assets;
    }

    long created() {
        return job.times().ended().orElse(job.times().created()).getEpochSecond();
    }

    /** The size of the pictures, where it is one that this API has a word for. */
    Optional<String> size() {
        return assets.stream()
                .map(asset -> asset.width() + "x" + asset.height())
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
        List<String> links = new ArrayList<>();
        assets.forEach(
                asset -> links.add(base + library.link(call, asset.id(), life).path()));
        return links;
    }

    /** Writes a picture as Base64 while it is read. */
    void write(Asset asset, JsonGenerator json) throws IOException {
        try (InputStream bytes = library.open(call, asset.id(), 0, asset.bytes())) {
            json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, bytes, Math.toIntExact(asset.bytes()));
        }
    }
}
