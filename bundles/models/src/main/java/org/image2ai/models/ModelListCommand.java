package org.image2ai.models;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.model.ModelCatalogue;
import org.image2ai.kit.shell.PlatformCommand;

/** Lists the live models with what they can do and cost. */
@Service
@Command(scope = "image2ai", name = "model-list", description = "Lists the live models with what they can do and cost")
public final class ModelListCommand extends PlatformCommand {
    @Argument(name = "MODEL", description = "Only this model")
    @Completion(ModelCompleter.class)
    private String model;

    @Reference
    private ModelCatalogue catalogue;

    @Override
    protected Object run() {
        return catalogue.models().stream()
                .filter(entry -> model == null || entry.fullName().equals(model))
                .map(ModelView::of)
                .toList();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        List<List<?>> rows = new ArrayList<>();
        for (Object row : (List<?>) result) {
            ModelView view = (ModelView) row;
            rows.add(List.of(
                    view.id(),
                    String.join(", ", view.operations()),
                    view.prices().stream()
                            .map(p -> p.credits().toPlainString() + "/" + p.unit())
                            .distinct()
                            .collect(Collectors.joining(", ")),
                    view.size().map(s -> s.min() + " to " + s.max() + " px").orElse("as the input"),
                    view.region(),
                    view.title()));
        }
        table(out, List.of("Model", "Operations", "Credits", "Sizes", "Region", "Title"), rows);
    }
}
