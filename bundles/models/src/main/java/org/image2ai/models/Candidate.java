package org.image2ai.models;

import org.image2ai.api.Money;
import org.image2ai.api.model.Quote;

/** A place that can do what is asked, and what it costs there. */
record Candidate(Place place, Fitted fitted, Prices.Priced price) {
    String model() {
        return place.entry().fullName();
    }

    Quote quote() {
        return price.quote();
    }

    Money cost() {
        return price.cost();
    }

    Health health() {
        return place.health(fitted.request().operation());
    }

    /** Whether it would get work now. */
    boolean admits() {
        return health().admits() && place.provider().standing().allows(price);
    }
}
