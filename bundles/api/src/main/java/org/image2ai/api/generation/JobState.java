package org.image2ai.api.generation;

/** Where a job is. The last three are final. */
public enum JobState {
    /** It waits for a worker. */
    QUEUED,
    /** A worker has it. */
    RUNNING,
    /** At least one picture was made. */
    SUCCEEDED,
    /** None was, and it cost nothing. */
    FAILED,
    /** Its owner stopped it, and it cost nothing. */
    CANCELLED;

    /** Whether it will not change any more. */
    public boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
