package org.image2ai.privacy.policy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.Purpose;
import org.image2ai.kit.Micros;

/** A row of a version of the policy. It is never changed and never removed. */
@Entity
@Table(name = "prv_policy")
@NamedQueries(
        @NamedQuery(name = "policy.all", query = "SELECT p FROM PolicyEntity p ORDER BY p.effective, p.publishedAt"))
public class PolicyEntity {
    @Id
    @Column(name = "policy_version")
    private String version;

    private String effective;

    @Column(name = "changed_purposes")
    private String changedPurposes;

    private String source;

    @Column(name = "published_at")
    private long publishedAt;

    static PolicyEntity from(PolicyVersion policy) {
        PolicyEntity row = new PolicyEntity();
        row.version = policy.version();
        row.effective = policy.effective().toString();
        row.changedPurposes =
                policy.changedPurposes().stream().map(Purpose::name).sorted().collect(Collectors.joining(" "));
        row.source = policy.source();
        row.publishedAt = Micros.of(policy.published());
        return row;
    }

    PolicyVersion toRecord() {
        return new PolicyVersion(
                version,
                LocalDate.parse(effective),
                Arrays.stream(changedPurposes.split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(Purpose::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                source,
                Micros.instant(publishedAt));
    }
}
