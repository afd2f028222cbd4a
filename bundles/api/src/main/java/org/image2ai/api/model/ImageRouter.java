package org.image2ai.api.model;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Chooses the model for a request and runs it under the provider's bulkhead and deadline. The only way to a provider.
 */
@ProviderType
public interface ImageRouter {
    /** The model name that leaves the choice to the router. */
    String AUTO = "auto";

    /**
     * The code of a rendering whose provider left while it ran, or is away for a moment: it failed nobody. The work is to
     * be given back to its queue with its checkpoint, and to be tried again after the error's pause.
     */
    String PROVIDER_GONE = "provider_gone";

    /**
     * Validates a request against the models and prices it; nothing is run or kept.
     *
     * @return the quote for the model that would be taken now
     * @throws org.image2ai.api.PlatformException INVALID ({@code unknown_model}, {@code unsupported_operation},
     *     {@code unknown_parameter}, {@code invalid_parameter}, {@code missing_input} …) naming the field; EXHAUSTED
     *     {@code price_ceiling} when nothing fits the ceiling; DENIED {@code routing_restricted} when the account
     *     objected to all that could do it; UPSTREAM {@code no_model_available} when models fit
     *     but none is healthy
     */
    Quote quote(RouteRequest request);

    /**
     * Whether work for a model would only wait now, for all that could do it have their hands full. Whoever has others to
     * do does them first, so that a provider that hangs keeps nobody waiting but those who asked for it. Answered from
     * memory.
     *
     * @param model a full model name, or {@link #AUTO}
     */
    boolean isBusy(Operation operation, String model);

    /**
     * Runs the request: candidates in order until one succeeds, or fails in a way that another could not mend. Blocks
     * until then; call it on a worker thread.
     *
     * @throws org.image2ai.api.PlatformException the reason of the last candidate, {@code cancelled} (CONFLICT), or
     *     {@link #PROVIDER_GONE} (UPSTREAM)
     */
    RouteResult render(RouteRequest request, RenderSession session);
}
