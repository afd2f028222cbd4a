package org.image2ai.privacy.export;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.PageRequest;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.api.storage.BlobService;
import org.image2ai.privacy.roster.ActualRecipients;
import org.image2ai.privacy.roster.Roster;
import org.image2ai.privacy.roster.Senders;
import org.image2ai.tck.Calls;
import org.image2ai.tck.SetClock;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.storage.FakeBlobService;

/** Copies on a real H2, blobs in memory, a clock that can be set, and a service that can die and begin again. */
final class TestExports implements AutoCloseable, ExportListener {
    final TestUnit unit = new TestUnit("privacy-test");
    final SetClock clock = new SetClock();
    final FakeBlobService stored = new FakeBlobService(clock);
    final Mortality mortality = new Mortality();
    final FakeRoster roster = new FakeRoster();
    final ExportRows rows = new ExportRows(unit::migrate, unit);
    final ExportConfig config = config(Map.of("partMegabytes", 0));
    final ExportLinks links = new ExportLinks(config, new byte[32], clock);
    final List<Mail> mails = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    ExportService service;

    TestExports() {
        begin();
    }

    /** A process that knows nothing but what is durable. */
    void begin() {
        Optional.ofNullable(service).ifPresent(ExportService::stop);
        ExportLetters letters = new ExportLetters(accounts(), address(), links);
        letters.bind(mails::add);
        ExportWorker.Sources sources = new ExportWorker.Sources(
                rows, mortality.over(Roster.class, roster), mortality.over(BlobService.class, stored), recipients());
        service = new ExportService(config, sources, unit, letters, clock);
        service.addListener(this);
    }

    static ExportConfig config(Map<String, Object> settings) {
        return (ExportConfig) Proxy.newProxyInstance(
                TestExports.class.getClassLoader(),
                new Class<?>[] {ExportConfig.class},
                (proxy, method, args) -> settings.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    private static Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(
                TestExports.class.getClassLoader(), new Class<?>[] {Accounts.class}, (proxy, method, args) -> {
                    AccountId id = (AccountId) args[0];
                    return Optional.of(new Account(
                            id,
                            "alice@example.org",
                            "Alice",
                            LocalDate.of(1990, 1, 1),
                            "1",
                            Set.of("user"),
                            Account.State.ACTIVE,
                            Instant.EPOCH));
                });
    }

    private ActualRecipients recipients() {
        return new ActualRecipients(mortality.over(Roster.class, roster), new Senders() {
            @Override
            public boolean mayHaveSent(String bundle) {
                return true;
            }

            @Override
            public boolean isOfKind(String bundle, String kind) {
                return bundle.startsWith("org.vendor");
            }
        });
    }

    private static PublicAddress address() {
        return (PublicAddress) Proxy.newProxyInstance(
                TestExports.class.getClassLoader(),
                new Class<?>[] {PublicAddress.class},
                (proxy, method, args) -> "https://images.example.org");
    }

    @Override
    public void ended(String request, String exportId, List<String> gaps) {
        heard.add(request + " ended " + gaps);
    }

    @Override
    public void failed(String request, String exportId, String reason) {
        heard.add(request + " failed " + reason);
    }

    /** The files of a copy of Alice that is made to its end. */
    Map<String, byte[]> copy() throws IOException {
        String id = service.start("req_1", Calls.ALICE);
        service.tick();
        return files(id);
    }

    /** What a plain reader of ZIP streams finds, in order. */
    Map<String, byte[]> files(String id) throws IOException {
        return Zips.stream(bytes(id));
    }

    byte[] bytes(String id) throws IOException {
        Archive archive = service.archive(service.require(Calls.ALICE, id));
        try (InputStream in = archive.open(0, archive.bytes())) {
            return in.readAllBytes();
        }
    }

    /** How many blobs there are. */
    int blobCount() {
        return stored.list(Optional.empty(), new PageRequest(Optional.empty(), 200))
                .items()
                .size();
    }

    /** A file of a copy that is a JSON object. */
    static Map<String, Object> json(Map<String, byte[]> files, String name) throws IOException {
        return Notes.JSON.readValue(files.get(name), new TypeReference<Map<String, Object>>() {});
    }

    @Override
    public void close() {
        service.stop();
        unit.close();
    }
}
