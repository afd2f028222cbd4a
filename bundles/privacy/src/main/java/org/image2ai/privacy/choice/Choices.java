package org.image2ai.privacy.choice;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.privacy.ErasureFence;
import org.image2ai.api.privacy.ProcessingChoices;
import org.image2ai.privacy.policy.ConsentTexts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What people decided: written down once, and asked for by all who process their data. */
@Component(service = {Choices.class, ProcessingChoices.class})
public final class Choices implements ProcessingChoices {
    private final ChoiceRows rows;
    private final ConsentTexts texts;
    private final Clock clock;
    private final ChoiceCache cache;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile ErasureFence fence;

    @Activate
    public Choices(@Reference ChoiceRows rows, @Reference ConsentTexts texts) {
        this(rows, texts, Clock.systemUTC());
    }

    Choices(ChoiceRows rows, ConsentTexts texts, Clock clock) {
        this.rows = rows;
        this.texts = texts;
        this.clock = clock;
        this.cache = new ChoiceCache(clock);
    }

    @Override
    public ProcessingChoices.Choices of(AccountId account) {
        return cache.of(account, this::load);
    }

    private ProcessingChoices.Choices load(AccountId account) {
        return rows.find(account).map(this::inForce).orElse(ProcessingChoices.Choices.NONE);
    }

    private ProcessingChoices.Choices inForce(Decided decided) {
        Scope objections = decided.objections();
        Set<Purpose> consents = decided.consents().entrySet().stream()
                .filter(consent -> texts.covers(consent.getValue(), consent.getKey()))
                .map(consent -> consent.getKey())
                .collect(Collectors.toUnmodifiableSet());
        return new ProcessingChoices.Choices(
                decided.restricted(),
                objections.purposes(),
                consents,
                objections.recipients(),
                objections.thirdParties(),
                objections.regions());
    }

    /** What an account has decided so far. */
    Decided decided(AccountId account) {
        return rows.find(account).orElse(Decided.NOTHING);
    }

    /** Whether a consent still holds: its purpose was not changed since it was given. */
    boolean holds(Purpose purpose, String textVersion) {
        return texts.covers(textVersion, purpose);
    }

    /** Stops all processing but keeping, or lets it go on. */
    public void restrict(AccountId account, boolean restricted, String source) {
        change(account, decided -> decided.restrictedTo(restricted), source);
    }

    /** Adds to what an account objects to. */
    public void object(AccountId account, Scope scope, String source) {
        change(account, decided -> decided.objectedAlsoTo(scope), source);
    }

    /** Withdraws a consent; where there is none nothing is done. */
    public void withdrawConsent(AccountId account, Purpose purpose, String source) {
        change(account, decided -> decided.withdrawn(purpose), source);
    }

    /**
     * Gives a consent.
     *
     * @param textVersion the version of the policy that it is given to; the one that holds now where empty
     */
    public void consent(AccountId account, Purpose purpose, Optional<String> textVersion, String source) {
        Scope.requireOptional(purpose);
        String version = textVersion.orElseGet(texts::current);
        if (!texts.isKnown(version)) {
            throw PlatformException.invalid("unknown_policy_version", "There is no such version of the policy.")
                    .withField("textVersion");
        }
        if (!texts.covers(version, purpose)) {
            throw PlatformException.conflict("policy_changed", "The policy has changed; read the present one.")
                    .withField("textVersion");
        }
        change(account, decided -> decided.consentedTo(purpose, version), source);
    }

    /** Sets what an account objects to, and whether its processing is restricted, in place of what was. */
    Decided replace(AccountId account, boolean restricted, Scope objections, String source) {
        return change(account, decided -> decided.restrictedTo(restricted).objectedTo(objections), source);
    }

    /** Nothing may be sold, shared or analysed. */
    public void optOut(AccountId account, String source) {
        change(account, Decided::optedOut, source);
    }

    private Decided change(AccountId account, UnaryOperator<Decided> change, String source) {
        ErasureFence live = fence;
        if (live != null) {
            live.requireOpen(account);
        }
        ChoiceRows.Origin origin =
                new ChoiceRows.Origin(source, texts.current(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return rows.change(account, change, origin, () -> cache.forget(account));
    }

    /** All decisions of an account, in order. */
    public Page<Decision> ledger(AccountId account, PageRequest page) {
        return rows.ledger(account, page);
    }

    /** Removes all decisions of an account. @return how many entries its ledger had */
    public int erase(AccountId account) {
        int entries = rows.erase(account);
        cache.forget(account);
        return entries;
    }
}
