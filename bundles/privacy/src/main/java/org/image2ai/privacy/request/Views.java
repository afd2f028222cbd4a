package org.image2ai.privacy.request;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes of rows and ledger what people see. */
@Component(service = Views.class)
public final class Views {
    private final Evidence evidence;

    @Activate
    public Views(@Reference Evidence evidence) {
        this.evidence = evidence;
    }

    /** @param door where requests are found, with a slash at the end */
    RequestView of(Request request, String door) {
        return at(request, door + request.id() + "/certificate");
    }

    /** @param certificate where the proof of this one is found */
    RequestView at(Request request, String certificate) {
        List<Event> events = evidence.ledger().of(request.id());
        Standing standing = Standing.of(request.type(), events);
        return new RequestView(
                request.id(),
                request.account().value(),
                request.type().wireName(),
                request.law().wireName(),
                standing.state(),
                request.received(),
                request.due(),
                !standing.state().isOver() && evidence.settings().now().isAfter(request.due()),
                plan(request, events),
                outcomes(request),
                evidence.progress().tasks(request.id()),
                List.copyOf(standing.blockedBy()),
                List.copyOf(standing.foundIn()),
                standing.ended() ? request.exportId() : Optional.empty(),
                standing.started() ? Optional.of(certificate) : Optional.empty(),
                events.stream().map(Views::happening).toList());
    }

    private static RequestView.Happening happening(Event event) {
        return new RequestView.Happening(
                event.at(),
                event.kind(),
                event.about(),
                Optional.ofNullable(event.details().get("reason")));
    }

    private Optional<RequestView.Plan> plan(Request request, List<Event> events) {
        if (events.stream().noneMatch(event -> event.kind() == EventKind.PLANNED)) {
            return Optional.empty();
        }
        List<Tally.Line> lines = evidence.progress().lines(request.id(), Tally.Phase.PLAN);
        return Optional.of(new RequestView.Plan(Planner.digest(lines), lines));
    }

    List<RequestView.Participant> outcomes(Request request) {
        List<Tally.Line> lines = evidence.progress().lines(request.id(), Tally.Phase.RUN);
        return evidence.progress().asked(request.id()).stream()
                .map(asked -> new RequestView.Participant(
                        asked.bundle(),
                        asked.holding(),
                        asked.state().name(),
                        asked.reason(),
                        lines.stream()
                                .filter(line -> line.bundle().equals(asked.bundle())
                                        && line.holding().equals(asked.holding()))
                                .toList()))
                .toList();
    }
}
