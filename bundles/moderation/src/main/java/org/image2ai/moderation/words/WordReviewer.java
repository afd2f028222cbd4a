package org.image2ai.moderation.words;

import org.image2ai.api.CallContext;
import org.image2ai.api.moderation.Content;
import org.image2ai.api.moderation.ContentReviewer;
import org.image2ai.api.moderation.ReviewResult;
import org.image2ai.api.moderation.ReviewerInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reviews prompts by lists of words in English, German, Spanish, French, Italian and Portuguese. */
@Component(immediate = true)
@ReviewerInfo(id = "words", reviews = "prompt")
public final class WordReviewer implements ContentReviewer {
    private final Lexicon lexicon;

    @Activate
    public WordReviewer() {
        lexicon = Lexicon.shipped();
    }

    @Override
    public ReviewResult review(CallContext context, Content content) {
        if (!(content instanceof Content.Prompt prompt)) {
            throw new IllegalArgumentException("words reviews prompts, not a " + content.kind());
        }
        Search search = new Search(lexicon);
        Readings.of(Folding.fold(prompt.text())).forEach(search::read);
        return new ReviewResult(search.findings());
    }
}
