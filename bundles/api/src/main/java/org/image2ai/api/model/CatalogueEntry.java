package org.image2ai.api.model;

import java.util.Objects;

/**
 * One live model.
 *
 * @param fullName provider id, {@code /} and the model's name: {@code embedded/illustrator}
 * @param provider the provider's id
 * @param vendor who provides it
 * @param local whether data stays on this machine
 * @param model what it can do
 */
public record CatalogueEntry(String fullName, String provider, String vendor, boolean local, ImageModel model) {
    public CatalogueEntry {
        Objects.requireNonNull(fullName, "fullName");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(model, "model");
    }
}
