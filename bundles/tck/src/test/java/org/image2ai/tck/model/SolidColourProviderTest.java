package org.image2ai.tck.model;

import java.util.List;
import java.util.Optional;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;

public class SolidColourProviderTest extends ImageModelProviderContract {
    @Override
    protected ImageModelProvider provider() {
        return new SolidColourProvider();
    }

    @Override
    protected List<RenderRequest> samples() {
        return List.of(SampleRequest.of("solid", Operation.GENERATE)
                .prompt("red")
                .size(32, 16)
                .with("seed", 7L)
                .count(3)
                .build());
    }

    @Override
    protected Optional<RenderRequest> refused() {
        return Optional.of(SampleRequest.of("no-such-model", Operation.GENERATE)
                .prompt("red")
                .build());
    }
}
