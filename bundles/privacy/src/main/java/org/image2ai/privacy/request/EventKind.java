package org.image2ai.privacy.request;

/** What may happen to a request. The state follows from these, in their order, and from nothing else. */
public enum EventKind {
    RECEIVED,
    /** Whoever asks must show who they are. */
    IDENTITY_ASKED,
    IDENTITY_PROVEN,
    PLANNED,
    /** Somebody said yes; again at every further run. */
    STARTED,
    /** From here on nothing of the person is written any more. */
    FENCED,
    /** {@code about} a bundle that must be asked is not there. */
    BLOCKED,
    UNBLOCKED,
    /** {@code about} a bundle could not do its part; it is tried again. */
    FAILING,
    /** Every participant has done its part of this run. */
    ENDED,
    /** A second look found nothing that is not kept for a named reason. */
    LOOK_CLEAN,
    /** A second look found something in the bundle {@code about}. */
    LOOK_FOUND,
    /** {@code about} a copy outside is on its way out. */
    EXTERNAL_OPENED,
    EXTERNAL_CLOSED,
    /** The time of something that was retained is over; it was looked at again. */
    RETENTION_ENDED,
    EXTENDED,
    REFUSED,
    /** Somebody decided a case that only a person can decide. */
    SETTLED,
    REMINDED,
    OVERDUE,
    /** {@code about} another request that goes on from this one. */
    APPEALED,
    /** The database had forgotten the erasure; it is done again. */
    REPLAYED,
    /** Somebody lets the server be ready though the erasure that is done again waits for {@code about}. */
    WENT_ON,
    /** The key of what people said in it is gone. */
    KEY_DESTROYED
}
