package org.image2ai.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Who asks, under which request, for what purpose and until when. It is passed explicitly through every call of the
 * platform and to every plugin; nothing is read from the thread.
 *
 * @param account the account in whose name the call is made and which owns what it creates
 * @param requestId the request that began it
 * @param purpose why the data is used
 * @param deadline after this instant nobody waits for the answer any more
 */
public record CallContext(AccountId account, RequestId requestId, Purpose purpose, Instant deadline) {
    public CallContext {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(deadline, "deadline");
    }

    /** The time left until the deadline; zero when it has passed. */
    public Duration remaining(Instant now) {
        Duration left = Duration.between(now, deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The same call with another deadline. */
    public CallContext until(Instant newDeadline) {
        return new CallContext(account, requestId, purpose, newDeadline);
    }

    /**
     * The one place where isolation by account is decided: a thing of another account does not exist for this caller.
     *
     * @param owner the account that owns the thing
     * @param kind the kind of the thing in the message, for example {@code job}
     * @param id the id that the caller gave
     * @throws PlatformException NOT_FOUND when the owner is another account
     */
    public void requireOwner(AccountId owner, String kind, String id) {
        if (!account.equals(owner)) {
            throw PlatformException.notFound(kind, id);
        }
    }
}
