package org.image2ai.moderation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The part of moderation in privacy requests: what did not pass, the pictures that wait, and strikes. */
@Component(service = PersonalDataParticipant.class)
public final class ModerationPersonalData implements PersonalDataParticipant {
    static final String REVIEWS = "reviews";
    private static final String STRIKES = "strikes";

    private final Reviews reviews;
    private final Strikes strikes;
    private final HeldFiles files;

    @Activate
    public ModerationPersonalData(@Reference Reviews reviews, @Reference Strikes strikes, @Reference HeldFiles files) {
        this.reviews = reviews;
        this.strikes = strikes;
        this.files = files;
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        return switch (holding) {
            case REVIEWS ->
                reviews.list(subject, page).map(review -> new HeldItem(REVIEWS, review.id(), review.created()));
            case STRIKES -> page(page, strikes.all(subject));
            // An empty page would read as proof that nothing is held.
            default ->
                throw PlatformException.invalid("unknown_holding", "moderation declares no holding " + holding + ".");
        };
    }

    private static Page<HeldItem> page(PageRequest page, List<Strike> strikes) {
        String after = page.cursor().orElse("");
        List<HeldItem> rest = strikes.stream()
                .map(strike -> new HeldItem(STRIKES, strike.review(), strike.created()))
                .filter(item -> item.key().compareTo(after) > 0)
                .sorted(Comparator.comparing(HeldItem::key))
                .toList();
        List<HeldItem> items = rest.stream().limit(page.limit()).toList();
        boolean more = rest.size() > items.size();
        return new Page<>(items, more ? Optional.of(items.get(items.size() - 1).key()) : Optional.empty());
    }

    private Optional<Review> review(AccountId subject, HeldItem item) {
        return reviews.find(item.key()).filter(review -> review.account().equals(subject));
    }

    private Optional<Strike> strike(AccountId subject, HeldItem item) {
        return strikes.all(subject).stream()
                .filter(strike -> strike.review().equals(item.key()))
                .findFirst();
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        if (item.holding().equals(STRIKES)) {
            strike(subject, item)
                    .ifPresent(strike -> sink.data(Map.of(
                            "review", strike.review(),
                            "category", strike.category().wireName(),
                            "points", strike.points(),
                            "created", strike.created().toString(),
                            "expires", strike.expires().toString())));
            return;
        }
        review(subject, item).ifPresent(review -> {
            sink.data(data(review));
            if (review.hasFile()) {
                file(review, sink);
            }
        });
    }

    private static Map<String, Object> data(Review review) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", review.id());
        data.put("subject", review.subject().wireName());
        data.put("category", review.finding().category().wireName());
        data.put("score", review.finding().score());
        data.put("reason", review.finding().reason());
        data.put("state", review.state().wireName());
        data.put("created", review.created().toString());
        review.prompt().ifPresent(prompt -> data.put("prompt", prompt));
        review.decision().appeal().ifPresent(appeal -> data.put("appeal", appeal));
        review.decision().note().ifPresent(note -> data.put("note", note));
        return data;
    }

    private void file(Review review, ExportSink sink) {
        String type = review.picture().orElseThrow().mediaType();
        try (InputStream in = files.open(review)) {
            sink.file(review.id() + "." + type.substring(type.indexOf('/') + 1), type, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        boolean there = item.holding().equals(STRIKES)
                ? strike(subject, item).isPresent()
                : review(subject, item).isPresent();
        return there ? Outcome.erased() : Outcome.notFound();
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        if (plan(subject, item).equals(Outcome.notFound())) {
            return Outcome.notFound();
        }
        if (item.holding().equals(STRIKES)) {
            strikes.lift(item.key());
        } else {
            reviews.forgetClearances(subject);
            files.remove(subject, item.key());
            reviews.remove(item.key());
        }
        return Outcome.erased();
    }

    @Override
    public int rectify(AccountId subject, String attribute, String value) {
        return 0;
    }

    /** Its retention is a matter of configuration: {@link ModerationSweeper} sees to it. */
    @Override
    public int sweep(String holding, Instant now, boolean dryRun, int limit) {
        return 0;
    }
}
