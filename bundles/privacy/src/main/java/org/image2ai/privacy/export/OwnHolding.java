package org.image2ai.privacy.export;

import java.time.Instant;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;

/** A holding of this bundle itself, for {@link PrivacyPersonalData}. */
interface OwnHolding {
    Page<HeldItem> locate(AccountId subject, PageRequest page);

    void export(AccountId subject, HeldItem item, ExportSink sink);

    Outcome plan(AccountId subject, HeldItem item);

    Outcome erase(AccountId subject, HeldItem item);

    int sweep(Instant now, boolean dryRun, int limit);
}
