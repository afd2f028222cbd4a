package org.image2ai.notify;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.image2ai.api.PageRequest;
import org.image2ai.kit.shell.PlatformCommand;

/** Lists the mail in the outbox, newest first. Addresses and words are the person's and are not shown. */
@Service
@Command(scope = "image2ai", name = "outbox-list", description = "Lists mail that waits, was sent or was given up")
public final class OutboxListCommand extends PlatformCommand {
    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 50;

    @Reference
    private Mails mails;

    /** A mail without its words. */
    public record Shown(
            String id, String account, String template, String state, int tries, Object next, String error) {
        static Shown of(MailEntity.Kept mail) {
            return new Shown(
                    mail.message().id(),
                    mail.account(),
                    mail.template(),
                    mail.state(),
                    mail.tries(),
                    mail.ended().orElse(mail.next()),
                    mail.error());
        }
    }

    @Override
    protected Object run() {
        return mails.newest(PageRequest.first(limit).limit()).stream()
                .map(Shown::of)
                .toList();
    }

    @Override
    protected void print(Object result, PrintStream out) {
        List<List<?>> rows = new ArrayList<>();
        for (Object row : (List<?>) result) {
            Shown mail = (Shown) row;
            rows.add(List.of(
                    mail.id(), mail.account(), mail.template(), mail.state(), mail.tries(), mail.next(), mail.error()));
        }
        table(out, List.of("Mail", "Account", "Template", "State", "Tries", "Next or end", "Error"), rows);
    }
}
