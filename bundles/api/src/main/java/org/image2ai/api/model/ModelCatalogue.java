package org.image2ai.api.model;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The models that are live now. Answers come from a snapshot in memory; nothing here blocks. */
@ProviderType
public interface ModelCatalogue {
    /** Every live model, ordered by name. */
    List<CatalogueEntry> models();

    /** The model of a full name ({@code embedded/illustrator}), if it is live or was a moment ago. */
    Optional<CatalogueEntry> find(String fullName);

    /** Every live account at a provider, with its health. */
    List<ProviderStatus> providers();
}
