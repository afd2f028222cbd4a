package org.image2ai.models;

import java.util.List;
import org.image2ai.api.model.CatalogueEntry;

/**
 * A live model, and the accounts where it can be had.
 *
 * @param entry the model, as the first of them offers it
 * @param places not empty
 */
record Offer(CatalogueEntry entry, List<Place> places) {
    Offer {
        places = List.copyOf(places);
    }
}
