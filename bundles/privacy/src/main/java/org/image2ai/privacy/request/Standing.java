package org.image2ai.privacy.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a request stands, computed from its ledger.
 *
 * @param state the sum of it
 * @param started whether somebody said yes
 * @param ended whether every participant has done its part
 * @param blockedBy bundles that are not there
 * @param foundIn bundles in which the last look found something
 * @param external copies outside that are on their way out
 * @param last when something last happened
 */
record Standing(
        RequestState state,
        boolean started,
        boolean ended,
        SortedSet<String> blockedBy,
        SortedSet<String> foundIn,
        SortedSet<String> external,
        Optional<Instant> last) {

    static Standing of(RequestType type, List<Event> events) {
        Fold fold = new Fold(type);
        events.forEach(fold::take);
        return new Standing(
                fold.state(),
                fold.started,
                fold.ended,
                fold.blocked,
                fold.found,
                fold.external,
                events.isEmpty()
                        ? Optional.empty()
                        : Optional.of(events.get(events.size() - 1).at()));
    }

    /** Goes through the events once. */
    private static final class Fold {
        private final RequestType type;
        private final SortedSet<String> blocked = new TreeSet<>();
        private final SortedSet<String> found = new TreeSet<>();
        private final SortedSet<String> external = new TreeSet<>();
        private boolean verifying;
        private boolean planned;
        private boolean started;
        private boolean ended;
        private boolean looked;
        private boolean refused;

        Fold(RequestType type) {
            this.type = type;
        }

        void take(Event event) {
            switch (event.kind()) {
                case IDENTITY_ASKED -> verifying = true;
                case IDENTITY_PROVEN -> verifying = false;
                case PLANNED -> planned = true;
                case STARTED, REPLAYED -> start();
                case BLOCKED -> blocked.add(event.about());
                case UNBLOCKED -> blocked.remove(event.about());
                case ENDED, SETTLED -> ended = true;
                case LOOK_CLEAN -> look(true);
                case LOOK_FOUND -> {
                    look(false);
                    found.add(event.about());
                }
                case EXTERNAL_OPENED -> external.add(event.about());
                case EXTERNAL_CLOSED -> external.remove(event.about());
                case REFUSED -> refused = true;
                default -> {
                    // It says something, and changes nothing.
                }
            }
        }

        private void start() {
            verifying = false;
            started = true;
            ended = false;
            looked = false;
            refused = false;
            found.clear();
            blocked.clear();
        }

        private void look(boolean clean) {
            looked = true;
            if (clean) {
                found.clear();
            }
        }

        RequestState state() {
            if (refused) {
                return RequestState.REFUSED;
            }
            return started ? underWay() : before();
        }

        private RequestState before() {
            if (verifying) {
                return RequestState.VERIFYING;
            }
            return planned ? RequestState.PLANNED : RequestState.RECEIVED;
        }

        private RequestState underWay() {
            if (!blocked.isEmpty()) {
                return RequestState.BLOCKED;
            }
            if (!ended) {
                return RequestState.RUNNING;
            }
            if (!found.isEmpty()) {
                return RequestState.VERIFICATION_FAILED;
            }
            if (type == RequestType.ERASURE && !looked) {
                return RequestState.RUNNING;
            }
            return external.isEmpty() ? RequestState.COMPLETE : RequestState.PENDING_EXTERNAL;
        }
    }
}
