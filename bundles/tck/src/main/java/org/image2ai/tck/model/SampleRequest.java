package org.image2ai.tck.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.SizeLimits.Size;
import org.image2ai.tck.Calls;
import org.image2ai.tck.pictures.Pictures;

/** Builds a request for a provider under test. */
public final class SampleRequest {
    private final String model;
    private final Operation operation;
    private final List<RenderInput> inputs = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private Optional<String> prompt = Optional.empty();
    private Optional<Size> size = Optional.empty();
    private int count = 1;

    private SampleRequest(String model, Operation operation) {
        this.model = model;
        this.operation = operation;
    }

    /** A request of one picture. */
    public static SampleRequest of(String model, Operation operation) {
        return new SampleRequest(model, operation);
    }

    /** With these words. */
    public SampleRequest prompt(String words) {
        prompt = Optional.of(words);
        return this;
    }

    /** With a PNG or JPEG as its next input image. */
    public SampleRequest image(byte[] encoded) {
        inputs.add(Pictures.input(RenderInput.Role.IMAGE, encoded));
        return this;
    }

    /** With a PNG as its mask. */
    public SampleRequest mask(byte[] encoded) {
        inputs.add(Pictures.input(RenderInput.Role.MASK, encoded));
        return this;
    }

    /** For a result of that size. */
    public SampleRequest size(int width, int height) {
        size = Optional.of(new Size(width, height));
        return this;
    }

    /** With a parameter; a String, Long, Double or Boolean as the model declares. */
    public SampleRequest with(String name, Object parameter) {
        parameters.put(name, parameter);
        return this;
    }

    /** For several pictures. */
    public SampleRequest count(int pictures) {
        count = pictures;
        return this;
    }

    /** The request. */
    public RenderRequest build() {
        return new RenderRequest(
                Calls.of(Calls.ALICE), model, operation, prompt, inputs, size, parameters, count, "job_sample/1");
    }
}
