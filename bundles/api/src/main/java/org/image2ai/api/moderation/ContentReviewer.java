package org.image2ai.api.moderation;

import org.image2ai.api.CallContext;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks at a prompt or a picture and says what is wrong with it. Its static facts are {@link ReviewerInfo}. It is asked
 * by the {@code moderation} bundle only, on the thread of the request or of the job, before anybody sees the content; it
 * may block until the context's deadline. What it throws is no opinion: the content waits or is refused, with
 * {@code review_failed}.
 *
 * <p>Implementations must:
 *
 * <ul>
 *   <li>be asked by many threads at once;
 *   <li>say the same of the same content;
 *   <li>keep nothing of the content, and write none of it into the log.
 * </ul>
 */
@ConsumerType
public interface ContentReviewer {
    /**
     * Reviews content of a kind that it declares.
     *
     * @throws org.image2ai.api.PlatformException UPSTREAM when it cannot
     */
    ReviewResult review(CallContext context, Content content);
}
