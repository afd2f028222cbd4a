package org.image2ai.model.stability;

import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.kit.vendor.Masks;
import org.image2ai.kit.vendor.MultipartBody;
import org.image2ai.kit.vendor.VendorRequest;

/** A request to a service: a form, answered with the picture itself or with the id of a generation. */
final class ServiceCall {
    private static final String PREFIX = "/v2beta/stable-image/";
    private static final long MOST_BYTES = 200L << 20;

    private final Service service;
    private final RenderRequest request;

    /** @param request already checked */
    ServiceCall(Service service, RenderRequest request) {
        this.service = service;
        this.request = request;
    }

    /** The call for one picture; with a seed each has its own. */
    VendorRequest toRequest(int output) {
        MultipartBody form = new MultipartBody();
        request.prompt().ifPresent(words -> form.text("prompt", words));
        service.variant().ifPresent(name -> form.text("model", name));
        request.size().flatMap(AspectRatio::of).ifPresent(ratio -> form.text("aspect_ratio", ratio.word()));
        request.parameters().forEach((name, value) -> form.text(Parameters.field(name), value(name, value, output)));
        Inputs.first(request, RenderInput.Role.IMAGE).ifPresent(image -> form.picture("image", image));
        Inputs.first(request, RenderInput.Role.MASK).ifPresent(mask -> form.picture("mask", Masks.white(mask)));
        return VendorRequest.post(PREFIX + service.path(), form.body())
                .header("Accept", service.isAsynchronous() ? "application/json" : "image/*")
                .within(request.context())
                .upTo(MOST_BYTES);
    }

    private static Object value(String name, Object value, int output) {
        return name.equals("seed") ? seed((Long) value, output) : value;
    }

    /** Wraps round at the end of its range, where zero is no seed. */
    private static long seed(long first, int output) {
        long most = Parameters.SEED.max().orElseThrow().longValue();
        return (first - 1 + output) % most + 1;
    }
}
