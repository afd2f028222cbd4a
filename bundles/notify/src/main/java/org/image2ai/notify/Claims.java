package org.image2ai.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import javax.persistence.Query;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Store;

/**
 * Who sends what. Every change is a conditional update: of two that claim a row one gets it, and one whose lease ended
 * can no longer say what became of it. An instance that starts takes back at once what it had when it was killed.
 */
final class Claims {
    static final String QUEUED = "QUEUED";
    static final String SENDING = "SENDING";
    static final String DEAD = "DEAD";

    private static final int LONGEST_ERROR = 400;

    private final Store store;
    private final String kind;
    private final String instance;

    /** @param kind what the named queries of the rows begin with */
    Claims(Store store, String kind, String instance) {
        this.store = store;
        this.kind = kind;
        this.instance = instance;
    }

    boolean claim(String id, Instant now, Duration lease) {
        return update("claim", q -> q.setParameter("id", id)
                        .setParameter("instance", instance)
                        .setParameter("now", Micros.of(now))
                        .setParameter("until", Micros.of(now.plus(lease))))
                == 1;
    }

    /** What an earlier life of this instance was sending. */
    void takeBack(Instant now) {
        update("takeBack", q -> q.setParameter("instance", instance).setParameter("now", Micros.of(now)));
    }

    /** What some instance was sending that is gone. */
    void expire(Instant now) {
        update("expire", q -> q.setParameter("now", Micros.of(now)));
    }

    boolean end(String id, int tries, String state, String error, Instant now) {
        return update("end", q -> q.setParameter("id", id)
                        .setParameter("tries", tries)
                        .setParameter("state", state)
                        .setParameter("error", cut(error))
                        .setParameter("now", Micros.of(now)))
                == 1;
    }

    boolean retry(String id, int tries, String error, Instant next) {
        return update("retry", q -> q.setParameter("id", id)
                        .setParameter("tries", tries)
                        .setParameter("error", cut(error))
                        .setParameter("next", Micros.of(next)))
                == 1;
    }

    private int update(String query, UnaryOperator<Query> parameters) {
        return store.write(
                em -> parameters.apply(em.createNamedQuery(kind + "." + query)).executeUpdate());
    }

    private static String cut(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }
}
