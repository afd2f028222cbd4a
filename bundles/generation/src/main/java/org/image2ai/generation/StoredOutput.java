package org.image2ai.generation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.image2ai.api.AssetId;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.Job.OutputStatus;

/** An output as it stands in a row. */
record StoredOutput(
        int index,
        String kind,
        String status,
        Optional<String> asset,
        String mediaType,
        int width,
        int height,
        Optional<Long> seed) {
    private static final String IMAGE = "image";

    static StoredOutput of(Job.Output output) {
        return new StoredOutput(
                output.index(),
                output.kind(),
                output.status().name(),
                output.asset().map(AssetId::value),
                output.mediaType(),
                output.width(),
                output.height(),
                output.seed());
    }

    static List<StoredOutput> pending(int count) {
        return without(count, OutputStatus.PENDING);
    }

    static List<StoredOutput> failed(int count) {
        return without(count, OutputStatus.FAILED);
    }

    private static List<StoredOutput> without(int count, OutputStatus status) {
        return IntStream.range(0, count)
                .mapToObj(i -> StoredOutput.of(missing(i, status)))
                .toList();
    }

    /** An output that has no picture, or none yet. */
    static Job.Output missing(int index, OutputStatus status) {
        return new Job.Output(index, IMAGE, status, Optional.empty(), "", 0, 0, Optional.empty());
    }

    Job.Output toRecord() {
        return new Job.Output(
                index, kind, OutputStatus.valueOf(status), asset.map(AssetId::new), mediaType, width, height, seed);
    }
}
