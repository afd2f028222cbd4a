package org.image2ai.openai;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.ModelCatalogue;
import org.image2ai.api.model.Operation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** What clients call models, and what they are here. */
@Component(service = ModelNames.class, configurationPid = "org.image2ai.openai")
@Designate(ocd = OpenAiConfig.class)
public final class ModelNames {
    private final OpenAiConfig config;
    private final ModelCatalogue catalogue;
    private final Map<String, String> aliases;
    private final Set<String> linked;

    @Activate
    public ModelNames(OpenAiConfig config, @Reference ModelCatalogue catalogue) {
        this.config = config;
        this.catalogue = catalogue;
        this.aliases = new LinkedHashMap<>();
        list(config.aliases()).forEach(this::addAlias);
        this.linked = list(config.linked()).collect(Collectors.toUnmodifiableSet());
    }

    private void addAlias(String text) {
        String[] pair = text.split("=", 2);
        if (pair.length < 2 || pair[0].isBlank() || pair[1].isBlank()) {
            throw new IllegalArgumentException("An alias is name = model, not " + text);
        }
        aliases.put(pair[0].strip(), pair[1].strip());
    }

    private static Stream<String> list(String commas) {
        return Arrays.stream(commas.split(",")).map(String::strip).filter(s -> !s.isEmpty());
    }

    OpenAiConfig config() {
        return config;
    }

    /** The names that a client may use beside those of live models. */
    Set<String> aliases() {
        return aliases.keySet();
    }

    /** Whether pictures of a model are links where the client does not say. */
    boolean isLinked(Optional<String> asked) {
        return asked.filter(linked::contains).isPresent();
    }

    /** The platform's name of a model. @throws PlatformException {@code model_not_found} */
    String resolve(Optional<String> asked) {
        String name = asked.map(n -> aliases.getOrDefault(n, n)).orElse(ImageRouter.AUTO);
        if (!name.equals(ImageRouter.AUTO) && catalogue.find(name).isEmpty()) {
            throw PlatformException.invalid("model_not_found", "The model '" + shorten(name) + "' does not exist.")
                    .withField("model");
        }
        return name;
    }

    private static String shorten(String name) {
        return name.length() > 80 ? name.substring(0, 80) + "…" : name;
    }

    /** The live models that a request for a model and an operation could go to. */
    List<CatalogueEntry> candidates(String model, Operation operation) {
        return catalogue.models().stream()
                .filter(entry ->
                        model.equals(ImageRouter.AUTO) || entry.fullName().equals(model))
                .filter(entry -> entry.model().operations().contains(operation))
                .toList();
    }

    List<CatalogueEntry> live() {
        return catalogue.models();
    }
}
