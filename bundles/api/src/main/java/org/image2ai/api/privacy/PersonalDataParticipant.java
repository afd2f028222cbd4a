package org.image2ai.api.privacy;

import java.time.Instant;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The part of a bundle in privacy requests. <strong>Every</strong> bundle that holds personal data has one; the
 * {@code privacy} bundle asks it, on a thread of its own, with a deadline. Every method may block. What it holds is what
 * the bundle that registers it says in its {@value PrivacyDeclaration#FILE}.
 *
 * <p>Implementations must:
 *
 * <ul>
 *   <li>list items in keyset order, so that erasing a page never skips a row of the next;
 *   <li>be idempotent: erasing or restricting twice is the same as once;
 *   <li>leave an item whole or gone after a failure, never in between;
 *   <li>say RETAINED with a reason and a date rather than keep something silently.
 * </ul>
 */
@ConsumerType
public interface PersonalDataParticipant {
    /** One page of what is held of a subject under a holding; nothing is changed. */
    Page<HeldItem> locate(AccountId subject, String holding, PageRequest page);

    /** Writes what an item holds, and its files, for the person to keep. */
    void export(AccountId subject, HeldItem item, ExportSink sink);

    /** What {@link #erase} would do with an item now. */
    Outcome plan(AccountId subject, HeldItem item);

    /** Erases an item, or does what the declaration says instead. */
    Outcome erase(AccountId subject, HeldItem item);

    /**
     * What became of the copies outside of an item whose erasure was PENDING_EXTERNAL: asked again from time to time,
     * also after the item is gone here.
     */
    default Outcome external(AccountId subject, HeldItem item) {
        return Outcome.erased();
    }

    /**
     * To whom data of a subject went, beyond this server. Asked at a copy, and at an erasure before anything of this bundle
     * is erased. Whoever sends, and says nothing here, counts as one that sent to everybody whom it declares.
     */
    default Disclosures disclosures(AccountId subject) {
        return Disclosures.UNRECORDED;
    }

    /**
     * Corrects what this bundle holds of a subject's attribute.
     *
     * @param attribute a declared attribute, for example {@code email}
     * @param value the right value
     * @return how many items changed; 0 where the attribute is not held
     */
    int rectify(AccountId subject, String attribute, String value);

    /** Erases what is older than its retention allows. @return how many items (would) go; a page at a time */
    int sweep(String holding, Instant now, boolean dryRun, int limit);
}
