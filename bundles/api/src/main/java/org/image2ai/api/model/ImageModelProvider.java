package org.image2ai.api.model;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An AI vendor (or a model in this process) as a plugin: one service per account at the vendor.
 *
 * <p>Static facts stand in the service properties of {@link ProviderInfo}. Only the registry in {@code models} looks
 * providers up; it calls {@link #models()} when the service appears and now and then after, on a thread of its own,
 * and {@link #render} on a worker thread under the provider's own bulkhead and deadline. Both may block.
 *
 * <p>Implementations must:
 *
 * <ul>
 *   <li>be safe for concurrent calls, and hold no state that a hot swap would lose;
 *   <li>render only what the model they listed declares; the platform refuses everything else before;
 *   <li>write pictures to {@link RenderSession#output} as they come, never collect them in memory;
 *   <li>save the vendor's task id with {@link RenderSession#checkpoint(String)} as soon as it is known, and resume
 *       from {@link RenderSession#checkpoint()} instead of starting (and paying) again;
 *   <li>return promptly after {@link RenderSession#cancelled()} turned true or the thread was interrupted;
 *   <li>throw {@link org.image2ai.api.PlatformException} only: UPSTREAM for the vendor's faults, and among
 *       them {@code vendor_auth} when it does not accept the account; DENIED with code {@code content_refused} for a
 *       safety refusal; EXHAUSTED for limits, with the vendor's pause, and among them {@code vendor_quota} when the
 *       account is used up; INVALID for what the vendor refuses as wrong. What a failure was charged stands in the
 *       details {@code cost} and {@code currency}.
 * </ul>
 *
 * After a failure nothing is left behind but what was written to the session's outputs, which the platform removes.
 */
@ConsumerType
public interface ImageModelProvider {
    /** The models that can be asked now, with capabilities and prices. Ids are unique within the provider. */
    List<ImageModel> models();

    /**
     * Renders one request.
     *
     * @param request what is wanted; already validated against the model's capabilities
     * @param session the way to inputs, outputs, progress, checkpoint and cancellation
     * @return what was made; one entry for each output that was written to its end
     * @throws org.image2ai.api.PlatformException as described above
     */
    RenderResult render(RenderRequest request, RenderSession session);
}
