package org.image2ai.notify;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.Disclosures;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The part of mail and webhooks in privacy requests. */
@Component(service = PersonalDataParticipant.class)
public final class NotifyPersonalData implements PersonalDataParticipant {
    static final String MAILS = "mails";
    static final String WEBHOOKS = "webhooks";
    static final String SECRETS = "webhook-signing-secret";
    static final String DELIVERIES = "webhook-deliveries";
    static final String DISCLOSURES = "disclosures";

    private final Mails mails;
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final SigningSecrets signing;
    private final DisclosureRows disclosures;

    @Activate
    public NotifyPersonalData(
            @Reference Mails mails,
            @Reference Endpoints endpoints,
            @Reference Deliveries deliveries,
            @Reference SigningSecrets signing,
            @Reference DisclosureRows disclosures) {
        this.mails = mails;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.signing = signing;
        this.disclosures = disclosures;
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        String after = page.cursor().orElse("");
        List<HeldItem> rows = items(subject, holding, after, page.limit() + 1);
        List<HeldItem> items = rows.stream().limit(page.limit()).toList();
        boolean more = rows.size() > items.size();
        return new Page<>(items, more ? Optional.of(items.get(items.size() - 1).key()) : Optional.empty());
    }

    private List<HeldItem> items(AccountId subject, String holding, String after, int limit) {
        return switch (holding) {
            case MAILS ->
                mails.ofAccount(subject, after, limit).stream()
                        .map(mail -> new HeldItem(MAILS, mail.message().id(), mail.created()))
                        .toList();
            case DELIVERIES ->
                deliveries.ofAccount(subject, after, limit).stream()
                        .map(delivery -> new HeldItem(
                                DELIVERIES,
                                delivery.view().id(),
                                delivery.view().created()))
                        .toList();
            case WEBHOOKS ->
                endpoints.list(subject).stream()
                        .map(endpoint -> new HeldItem(WEBHOOKS, endpoint.id(), endpoint.created()))
                        .filter(behind(after))
                        .sorted(Comparator.comparing(HeldItem::key))
                        .limit(limit)
                        .toList();
            case SECRETS ->
                signing.since(subject.value()).stream()
                        .map(since -> new HeldItem(SECRETS, subject.value(), since))
                        .filter(behind(after))
                        .toList();
            case DISCLOSURES ->
                disclosures.ofAccount(subject, after, limit).stream()
                        .map(kept ->
                                new HeldItem(DISCLOSURES, kept.id(), kept.made().first()))
                        .toList();
            default -> List.of();
        };
    }

    private static Predicate<HeldItem> behind(String after) {
        return item -> item.key().compareTo(after) > 0;
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        switch (item.holding()) {
            case MAILS -> mail(subject, item).map(NotifyExport::of).ifPresent(sink::data);
            case DELIVERIES -> delivery(subject, item).map(NotifyExport::of).ifPresent(sink::data);
            case WEBHOOKS -> endpoint(subject, item).map(NotifyExport::of).ifPresent(sink::data);
            case DISCLOSURES ->
                disclosures.find(subject, item.key()).map(NotifyExport::of).ifPresent(sink::data);
            default -> signing.since(subject.value()).map(NotifyExport::of).ifPresent(sink::data);
        }
    }

    private Optional<MailEntity.Kept> mail(AccountId subject, HeldItem item) {
        return mails.find(item.key()).filter(mail -> mail.account().equals(subject.value()));
    }

    private Optional<DeliveryEntity.Kept> delivery(AccountId subject, HeldItem item) {
        return deliveries.find(item.key()).filter(d -> d.where().account().equals(subject.value()));
    }

    private Optional<EndpointView> endpoint(AccountId subject, HeldItem item) {
        return endpoints.list(subject).stream()
                .filter(e -> e.id().equals(item.key()))
                .findFirst();
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        boolean there =
                switch (item.holding()) {
                    case MAILS -> mail(subject, item).isPresent();
                    case DELIVERIES -> delivery(subject, item).isPresent();
                    case WEBHOOKS -> endpoint(subject, item).isPresent();
                    case DISCLOSURES -> disclosures.find(subject, item.key()).isPresent();
                    default -> signing.since(subject.value()).isPresent();
                };
        return there ? Outcome.erased() : Outcome.notFound();
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        boolean gone =
                switch (item.holding()) {
                    case MAILS -> mail(subject, item).isPresent() && mails.remove(item.key());
                    case DELIVERIES -> delivery(subject, item).isPresent() && deliveries.remove(item.key());
                    case WEBHOOKS -> removeEndpoint(subject, item.key());
                    case DISCLOSURES -> disclosures.remove(subject, item.key());
                    default -> signing.remove(subject.value());
                };
        return gone ? Outcome.erased() : Outcome.notFound();
    }

    private boolean removeEndpoint(AccountId subject, String id) {
        try {
            endpoints.remove(subject, id);
            return true;
        } catch (PlatformException e) {
            if (e.code().equals("webhook_not_found")) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Disclosures disclosures(AccountId subject) {
        return disclosures.of(subject);
    }

    @Override
    public int rectify(AccountId subject, String attribute, String value) {
        return 0;
    }

    /** Nothing is left for it: the outboxes forget what is old by themselves. */
    @Override
    public int sweep(String holding, Instant now, boolean dryRun, int limit) {
        return 0;
    }
}
