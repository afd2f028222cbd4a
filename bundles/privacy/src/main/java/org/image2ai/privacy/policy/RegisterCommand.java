package org.image2ai.privacy.policy;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.image2ai.kit.shell.PlatformCommand;

/** Prints the record of processing activities; {@code --publish} publishes the register of processors. */
@Service
@Command(
        scope = "image2ai",
        name = "privacy-register",
        description = "Prints what is held and who gets it, or publishes the register of processors")
public final class RegisterCommand extends PlatformCommand {
    @Option(name = "--publish", description = "Publish it: recipients that are new in it may get data from then on")
    private boolean publish;

    @Option(name = "--csv", description = "Print it for a spreadsheet")
    private boolean csv;

    @Reference
    private Register register;

    @Reference
    private PublishedRecipients published;

    @Reference
    private Session terminal;

    @Override
    protected Object run() {
        if (publish) {
            published.publish("shell:" + terminal.get("USER"));
        }
        return register.records();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        Register.Records records = (Register.Records) result;
        if (csv) {
            out.print(RegisterTables.csv(records));
            return;
        }
        List<List<?>> held = records.activities().stream()
                .<List<?>>map(one -> List.of(
                        one.bundle(),
                        one.state(),
                        one.holding(),
                        one.category(),
                        one.purposes(),
                        one.keptWhileActive() + ", closed " + one.keptAfterClosing(),
                        one.atErasure()))
                .toList();
        table(out, List.of("Bundle", "State", "Holding", "Category", "Purposes", "Kept", "At erasure"), held);
        List<List<?>> recipients = records.recipients().stream()
                .<List<?>>map(one -> List.of(
                        one.bundle(),
                        one.name(),
                        one.country(),
                        one.erasure(),
                        one.policyUrl(),
                        one.published() ? "yes" : "no"))
                .toList();
        table(out, List.of("Bundle", "Recipient", "Country", "How erased", "Its policy", "Published"), recipients);
    }
}
