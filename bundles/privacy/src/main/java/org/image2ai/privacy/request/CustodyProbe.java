package org.image2ai.privacy.request;

import java.util.List;
import org.image2ai.api.AccountId;
import org.image2ai.privacy.roster.Custody;
import org.image2ai.privacy.roster.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The probe into tables and storage prefixes that the roster keeps. */
@Component(service = Probe.class)
public final class CustodyProbe implements Probe {
    private final Custody custody;

    @Activate
    public CustodyProbe(@Reference Custody custody) {
        this.custody = custody;
    }

    @Override
    public long count(Member member, AccountId subject) {
        return custody.count(member, subject);
    }

    @Override
    public List<String> erase(Member member, AccountId subject) {
        return custody.erase(member, subject);
    }
}
