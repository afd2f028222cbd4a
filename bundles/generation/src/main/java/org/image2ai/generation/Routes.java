package org.image2ai.generation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.AssetId;
import org.image2ai.api.CallContext;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.Library;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RouteRequest;

/** Turns what a person asked into what the router takes: ids of assets become pictures that can be opened. */
final class Routes {
    private final Library library;

    Routes(Library library) {
        this.library = library;
    }

    /** @throws org.image2ai.api.PlatformException NOT_FOUND when an input is not the caller's */
    RouteRequest of(CallContext context, JobRequest request, Optional<BigDecimal> ceiling, String idempotencyKey) {
        List<RenderInput> inputs =
                request.inputs().stream().map(i -> input(context, i)).toList();
        return new RouteRequest(
                context,
                request.operation(),
                request.model(),
                request.prompt(),
                inputs,
                request.parameters(),
                request.count(),
                ceiling,
                idempotencyKey,
                request.routing());
    }

    /** The pictures that a result is made from; a mask only says where. */
    static List<AssetId> pictures(JobRequest request) {
        return request.inputs().stream()
                .filter(input -> input.role() == RenderInput.Role.IMAGE)
                .map(JobRequest.Input::asset)
                .toList();
    }

    private RenderInput input(CallContext context, JobRequest.Input input) {
        Asset asset = library.get(context, input.asset());
        return new RenderInput(
                input.role(),
                asset.mediaType(),
                asset.width(),
                asset.height(),
                asset.bytes(),
                () -> library.open(context, asset.id(), 0, asset.bytes()));
    }
}
