package org.image2ai.privacy.request;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.shell.PlatformCommand;

/** Goes through the chains of evidence; needs no key. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-verify",
        description = "Verifies the chain of evidence of a privacy request, or of all; finds one changed byte")
public final class VerifyCommand extends PlatformCommand {
    @Argument(name = "REQUEST", description = "The id of a request")
    @Completion(RequestCompleter.class)
    private String request;

    @Reference
    private PrivacyRequests requests;

    @Reference
    private Ledger ledger;

    @Override
    protected Object run() {
        List<Ledger.Verification> all = new ArrayList<>();
        if (request == null) {
            Optional<String> cursor = Optional.empty();
            do {
                Page<Request> page = requests.list(Optional.empty(), new PageRequest(cursor, PageRequest.MAX_LIMIT));
                page.items().forEach(one -> all.add(ledger.verify(one.id())));
                cursor = page.next();
            } while (cursor.isPresent());
        } else {
            all.add(ledger.verify(request));
        }
        String broken = String.join(
                "; ",
                all.stream()
                        .filter(one -> one.broken().isPresent())
                        .map(one -> one.request() + ": " + one.broken().get())
                        .toList());
        if (!broken.isEmpty()) {
            throw PlatformException.conflict("chain_broken", "Not whole: " + broken);
        }
        return all;
    }

    @Override
    protected void print(Object result, PrintStream out) {
        List<?> all = (List<?>) result;
        out.println(all.size() + (all.size() == 1 ? " chain is whole." : " chains are whole."));
    }
}
