package org.image2ai.openai;

import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobEvent.Preview;

/** Hears how a job that a call waits for goes on. Called on threads of others; must not block. */
interface Follower {
    /** An unfinished picture can be seen. */
    void preview(Preview preview);

    /** It is over; nothing comes after. */
    void ended(Job job);

    /** It lasts too long; nothing comes after. */
    void tooLate();
}
