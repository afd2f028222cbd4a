package org.image2ai.privacy.request;

/** How far a request is. It is computed from the ledger and stands nowhere. */
public enum RequestState {
    /** It is here. */
    RECEIVED,
    /** Who asks must first show who they are. */
    VERIFYING,
    /** What would be done is known; it waits for a yes. */
    PLANNED,
    /** It is being done. */
    RUNNING,
    /** A bundle that must be asked is not there. */
    BLOCKED,
    /** All is done here; a copy outside is on its way out. */
    PENDING_EXTERNAL,
    /** A second look found what should be gone. */
    VERIFICATION_FAILED,
    /** It is done, and a second look found nothing. */
    COMPLETE,
    /** It was refused, with a reason. */
    REFUSED;

    /** Whether nothing is owed any more. */
    boolean isOver() {
        return this == COMPLETE || this == REFUSED;
    }
}
