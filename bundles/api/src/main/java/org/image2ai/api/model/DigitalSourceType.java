package org.image2ai.api.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a picture is, in the terms of IPTC's vocabulary <a href="http://cv.iptc.org/newscodes/digitalsourcetype">Digital
 * Source Type</a> of October 2024. Only what a model can make or leave behind is here.
 */
public enum DigitalSourceType {
    /** A generative model made all of it. */
    TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia"),
    /** A generative model changed or completed what was there. */
    COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA("compositeWithTrainedAlgorithmicMedia"),
    /** Several pictures in one, of which a generative model made some. */
    COMPOSITE_SYNTHETIC("compositeSynthetic"),
    /** An algorithm made all of it, with nothing that was learnt from samples. */
    ALGORITHMIC_MEDIA("algorithmicMedia"),
    /** Several elements in one, none of them of a generative model. */
    COMPOSITE("composite"),
    /** An algorithm changed how it looks and not what it shows: sharpened, enlarged, cut out. */
    ALGORITHMICALLY_ENHANCED("algorithmicallyEnhanced");

    private static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    private final String term;

    DigitalSourceType(String term) {
        this.term = term;
    }

    /** IPTC's name: {@code trainedAlgorithmicMedia}. */
    public String term() {
        return term;
    }

    /** IPTC's address of it, which is what stands in files. */
    public String uri() {
        return VOCABULARY + term;
    }

    /** The type that a file names, by term or address. */
    public static Optional<DigitalSourceType> ofUri(String uri) {
        String last = uri.strip().substring(uri.strip().lastIndexOf('/') + 1);
        return Arrays.stream(values()).filter(type -> type.term.equals(last)).findFirst();
    }

    /** Whether a generative model had a part in it. */
    public boolean isGenerative() {
        return this == TRAINED_ALGORITHMIC_MEDIA
                || this == COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA
                || this == COMPOSITE_SYNTHETIC;
    }

    /** What an operation makes of a photograph where its model says nothing else: a generative model is at work. */
    public static DigitalSourceType usual(Operation operation) {
        return switch (operation) {
            case GENERATE, VARIATION, DESCRIBE -> TRAINED_ALGORITHMIC_MEDIA;
            case EDIT, INPAINT, OUTPAINT, UPSCALE -> COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA;
            case REMOVE_BACKGROUND -> ALGORITHMICALLY_ENHANCED;
        };
    }

    /**
     * What a result is when a method of this type worked on pictures of those: a picture never says less than what it
     * was made of.
     *
     * @param inputs what each picture was; empty for one that a person brought
     */
    public DigitalSourceType over(List<Optional<DigitalSourceType>> inputs) {
        if (this == TRAINED_ALGORITHMIC_MEDIA || inputs.isEmpty()) {
            return this;
        }
        Set<Optional<DigitalSourceType>> kinds = new HashSet<>(inputs);
        if (kinds.equals(Set.of(Optional.of(TRAINED_ALGORITHMIC_MEDIA)))) {
            return TRAINED_ALGORITHMIC_MEDIA;
        }
        if (isGenerative()) {
            return COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA;
        }
        if (kinds.size() == 1) {
            return inputs.get(0)
                    .filter(type -> type != ALGORITHMICALLY_ENHANCED)
                    .orElse(this);
        }
        boolean generative = kinds.stream().flatMap(Optional::stream).anyMatch(DigitalSourceType::isGenerative);
        return generative ? COMPOSITE_SYNTHETIC : COMPOSITE;
    }
}
