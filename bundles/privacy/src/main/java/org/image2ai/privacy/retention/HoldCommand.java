package org.image2ai.privacy.retention;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.shell.PlatformCommand;
import org.image2ai.privacy.retention.HoldsResource.HoldView;
import org.image2ai.privacy.retention.HoldsResource.ReleasedView;

/** Places, lists and releases legal holds. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-hold",
        description = "Legal holds: add ACCOUNT --case C --reason R, list, release HOLD-OR-CASE")
public final class HoldCommand extends PlatformCommand {
    @Option(name = "--case", description = "The case")
    private String caseRef;

    @Option(name = "--reason", description = "Why, with the statute")
    private String reason;

    @Option(name = "--bundle", description = "Of which bundle; of all where absent")
    private String bundle;

    @Option(name = "--holding", description = "Of which holding of it; of all where absent")
    private String holding;

    @Option(name = "--item", description = "Which item of it; all where absent")
    private String item;

    @Option(name = "--review", description = "When somebody looks again: 2027-01-31; in a year where absent")
    private String review;

    @Argument(name = "ACT", description = "add, list or release", required = true)
    private String act;

    @Argument(index = 1, name = "NAME", description = "An account, or a hold or case to be released")
    private String name;

    @Reference
    private LegalHolds holds;

    @Reference
    private Session terminal;

    @Override
    protected Object run() {
        String actor = "shell:" + terminal.get("USER");
        return switch (act) {
            case "list" -> holds.all().stream().map(HoldView::of).toList();
            case "release" -> new ReleasedView(holds.release(named(), actor));
            case "add" -> {
                LegalHolds.Place place = new LegalHolds.Place(
                        Optional.ofNullable(bundle), Optional.ofNullable(holding), Optional.ofNullable(item));
                LegalHolds.Order order =
                        new LegalHolds.Order(new AccountId(named()), caseRef, reason, place, day(review));
                yield List.of(HoldView.of(holds.place(order, actor)));
            }
            default -> throw PlatformException.invalid("unknown_act", "Say add, list or release.");
        };
    }

    private String named() {
        return Optional.ofNullable(name)
                .orElseThrow(() -> PlatformException.invalid("missing_name", "Say whose, or which hold."));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw PlatformException.invalid("invalid_review", "A day looks like 2027-01-31.")
                    .causedBy(e);
        }
    }

    @Override
    protected void print(Object result, PrintStream out) {
        if (result instanceof ReleasedView view) {
            out.println(view.released() + " released.");
            return;
        }
        List<List<?>> rows = ((List<?>) result)
                .stream()
                        .map(HoldView.class::cast)
                        .<List<?>>map(view -> List.of(
                                view.id(),
                                view.account(),
                                view.caseRef(),
                                view.bundle().orElse("all"),
                                view.holding().orElse("all"),
                                view.item().orElse("all"),
                                view.review(),
                                view.released().map(at -> "released " + at).orElse("stands")))
                        .toList();
        table(out, List.of("Hold", "Account", "Case", "Bundle", "Holding", "Item", "Review", "State"), rows);
    }
}
