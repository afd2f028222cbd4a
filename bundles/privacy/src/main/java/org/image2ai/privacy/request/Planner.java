package org.image2ai.privacy.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.image2ai.kit.Secrets;
import org.image2ai.privacy.roster.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Freezes the roster of a request, and says what an erasure would do, without doing it. */
@Component(service = Planner.class)
public final class Planner {
    /** The status of what could not be found out: it is never nothing. */
    static final String UNKNOWN = "UNKNOWN";

    private final RequestRows rows;
    private final Progress progress;
    private final Ledger ledger;
    private final Walk walk;
    private final Settings settings;

    @Activate
    public Planner(@Reference Evidence evidence, @Reference Walk walk) {
        this.rows = evidence.rows();
        this.progress = evidence.progress();
        this.ledger = evidence.ledger();
        this.walk = walk;
        this.settings = evidence.settings();
    }

    /** Everybody who is asked, in the order in which it is done: every declaration ever admitted and not proven empty. */
    List<Asked> roster(RequestType type) {
        List<Member> members = walk.roster().members().stream()
                .filter(member -> !member.declaration().holdings().isEmpty())
                .sorted(Comparator.comparingInt((Member member) -> settings.turn(member.bundle()))
                        .thenComparing(Member::bundle))
                .toList();
        List<Asked> asked = new ArrayList<>();
        for (Member member : members) {
            List<String> holdings = type == RequestType.CORRECTION
                    ? List.of(Asked.ALL)
                    : member.declaration().holdings().stream()
                            .map(Holding::name)
                            .toList();
            for (String holding : holdings) {
                asked.add(Asked.first(asked.size(), settings.isLast(member.bundle()), member.bundle(), holding));
            }
        }
        return asked;
    }

    List<Member> members() {
        return walk.roster().members();
    }

    /** Asks those as well who were admitted after the roster was frozen: what they hold is held now. */
    void widen(Request request) {
        List<Asked> known = progress.asked(request.id());
        List<Asked> late = roster(request.type()).stream()
                .filter(one -> known.stream()
                        .noneMatch(asked -> asked.bundle().equals(one.bundle())
                                && asked.holding().equals(one.holding())))
                .toList();
        progress.freeze(request.id(), late);
    }

    /** Makes the plan of an erasure, or makes it anew. */
    void plan(Request request) {
        List<Asked> frozen = roster(request.type());
        Tally tally = new Tally();
        frozen.forEach(one -> preview(request, one, tally));
        String digest = digest(tally.lines());
        rows.transactions().required(() -> {
            progress.freeze(request.id(), frozen);
            progress.forget(request.id(), Tally.Phase.PLAN);
            progress.count(request.id(), Tally.Phase.PLAN, tally);
            ledger.append(request.id(), EventKind.PLANNED, "", Map.of("digest", digest));
            return true;
        });
    }

    private void preview(Request request, Asked one, Tally tally) {
        Walk.Place place = new Walk.Place(request.account(), one.bundle(), one.holding());
        Tally mine = new Tally();
        try {
            walk.pages(
                    place,
                    (participant, page) -> {
                        Tally ofPage = new Tally();
                        page.items()
                                .forEach(item -> ofPage.add(
                                        Tally.line(one.bundle(), one.holding(), walk.plan(participant, place, item))));
                        synchronized (mine) {
                            ofPage.lines().forEach(mine::add);
                        }
                        return true;
                    },
                    () -> {});
            mine.lines().forEach(tally::add);
        } catch (PlatformException e) {
            tally.add(new Tally.Line(one.bundle(), one.holding(), UNKNOWN, RequestRows.cut(e.getMessage()), "", 0));
        }
    }

    /** What a plan says, in 256 bits. */
    static String digest(List<Tally.Line> lines) {
        return Secrets.hash(lines.stream()
                .map(line -> line.kind().replace('\n', '\u0000') + "\u0000" + line.items())
                .sorted()
                .collect(Collectors.joining("\n")));
    }
}
