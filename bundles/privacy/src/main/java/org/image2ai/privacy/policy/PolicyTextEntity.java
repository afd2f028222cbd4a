package org.image2ai.privacy.policy;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;

/** A row of the text of a version of the policy in one language. */
@Entity
@Table(name = "prv_policy_text")
@NamedQueries(
        @NamedQuery(
                name = "policyText.ofVersion",
                query = "SELECT t FROM PolicyTextEntity t WHERE t.version = :version ORDER BY t.lang"))
public class PolicyTextEntity {
    @Id
    private String id;

    @Column(name = "policy_version")
    private String version;

    private String lang;

    @Column(name = "body", length = 1_000_000)
    private String body;

    static PolicyTextEntity of(String version, String language, String body) {
        PolicyTextEntity row = new PolicyTextEntity();
        row.id = version + "/" + language;
        row.version = version;
        row.lang = language;
        row.body = body;
        return row;
    }

    String language() {
        return lang;
    }

    String body() {
        return body;
    }
}
