package org.image2ai.models;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.model.ModelCatalogue;
import org.image2ai.api.model.ProviderStatus;
import org.image2ai.kit.shell.PlatformCommand;

/** Lists the live providers of models with their health. */
@Service
@Command(scope = "image2ai", name = "provider-list", description = "Lists the live providers with their health")
public final class ProviderListCommand extends PlatformCommand {
    @Reference
    private ModelCatalogue catalogue;

    @Override
    protected Object run() {
        return catalogue.providers();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        List<List<?>> rows = new ArrayList<>();
        for (Object row : (List<?>) result) {
            ProviderStatus provider = (ProviderStatus) row;
            rows.add(List.of(
                    provider.id(),
                    provider.account(),
                    provider.vendor(),
                    provider.bundle(),
                    provider.health(),
                    provider.models(),
                    provider.inFlight(),
                    provider.abandoned(),
                    provider.note()));
        }
        table(
                out,
                List.of(
                        "Provider",
                        "Account",
                        "Vendor",
                        "Bundle",
                        "Health",
                        "Models",
                        "In flight",
                        "Abandoned",
                        "Note"),
                rows);
    }
}
