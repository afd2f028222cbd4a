package org.image2ai.generation;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.JobId;
import org.image2ai.api.generation.Job;

/** A job that ended while there was nobody to tell programs of it. */
@Entity
@Table(name = "gen_untold")
@NamedQueries({
    @NamedQuery(name = "untold.some", query = "SELECT u FROM UntoldEntity u ORDER BY u.job"),
    @NamedQuery(name = "untold.ofJob", query = "DELETE FROM UntoldEntity u WHERE u.job = :job"),
})
public class UntoldEntity {
    @Id
    @Column(name = "job_id")
    private String job;

    @Column(name = "owner_id")
    private String owner;

    protected UntoldEntity() {}

    static UntoldEntity of(Job job) {
        UntoldEntity row = new UntoldEntity();
        row.job = job.id().value();
        row.owner = job.owner().value();
        return row;
    }

    JobId job() {
        return new JobId(job);
    }
}
