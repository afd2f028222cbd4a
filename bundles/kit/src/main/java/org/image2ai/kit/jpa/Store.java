package org.image2ai.kit.jpa;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/**
 * One concern's persistence unit. All work is in a JTA transaction, the caller's where there is one, so a job and its
 * hold commit together though they are rows of two concerns.
 */
public final class Store {
    private final JpaTemplate template;

    /** A store over the template of a persistence unit. */
    public Store(JpaTemplate template) {
        this.template = template;
    }

    /** Does some work that answers; joins the current transaction or runs its own. */
    public <T> T write(Function<EntityManager, T> work) {
        return template.txExpr(TransactionType.Required, work::apply);
    }

    /** Does some work; joins the current transaction or runs its own. */
    public void run(Consumer<EntityManager> work) {
        template.tx(TransactionType.Required, work::accept);
    }

    /** Reads; joins the current transaction or runs its own. */
    public <T> T read(Function<EntityManager, T> query) {
        return template.txExpr(TransactionType.Required, query::apply);
    }
}
