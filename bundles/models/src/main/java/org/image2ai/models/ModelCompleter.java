package org.image2ai.models;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ModelCatalogue;

/** Completes names of models. */
@Service
public final class ModelCompleter implements Completer {
    @Reference
    private ModelCatalogue catalogue;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names =
                catalogue.models().stream().map(CatalogueEntry::fullName).toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
