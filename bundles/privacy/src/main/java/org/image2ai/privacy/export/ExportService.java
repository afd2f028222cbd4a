package org.image2ai.privacy.export;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.ErasureFence;
import org.image2ai.api.storage.BlobService;
import org.image2ai.kit.Ids;
import org.image2ai.kit.jpa.Transactions;
import org.image2ai.privacy.roster.ActualRecipients;
import org.image2ai.privacy.roster.Roster;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins copies, tells of their end, and erases them. */
@Component(
        service = {Exports.class, ExportService.class},
        immediate = true,
        configurationPid = "org.image2ai.privacy.export")
@Designate(ocd = ExportConfig.class)
public final class ExportService implements Exports {
    private static final Logger LOG = LoggerFactory.getLogger(ExportService.class);

    private final ExportRows rows;
    private final Roster roster;
    private final Transactions transactions;
    private final ExportLetters letters;
    private final Clock clock;
    private final ExportThreads threads;
    private final ExportWorker worker;
    private final ExportSweep sweep;
    private final List<ExportListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<ErasureFence> fence = new AtomicReference<>();

    @Activate
    public ExportService(
            ExportConfig config,
            @Reference ExportRows rows,
            @Reference Roster roster,
            @Reference BlobService blobs,
            @Reference Transactions transactions,
            @Reference ExportLetters letters,
            @Reference ActualRecipients recipients) {
        this(
                config,
                new ExportWorker.Sources(rows, roster, blobs, recipients),
                transactions,
                letters,
                Clock.systemUTC());
        threads.begin(this::tick);
    }

    ExportService(
            ExportConfig config,
            ExportWorker.Sources sources,
            Transactions transactions,
            ExportLetters letters,
            Clock clock) {
        this.rows = sources.rows();
        this.roster = sources.roster();
        this.transactions = transactions;
        this.letters = letters;
        this.clock = clock;
        this.threads = new ExportThreads();
        this.worker = new ExportWorker(config, sources, threads.stores(), clock);
        this.sweep = new ExportSweep(rows, sources.blobs(), worker, clock);
    }

    @Deactivate
    void stop() {
        threads.stop();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(ExportListener listener) {
        listeners.add(listener);
    }

    void removeListener(ExportListener listener) {
        listeners.remove(listener);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setFence(ErasureFence it) {
        fence.set(it);
    }

    void unsetFence(ErasureFence it) {
        fence.compareAndSet(it, null);
    }

    @Override
    public String start(String request, AccountId subject) {
        return transactions.required(() -> {
            Optional.ofNullable(fence.get()).ifPresent(it -> it.requireOpen(subject));
            return rows.ofRequest(request).map(Export::id).orElseGet(() -> add(request, subject));
        });
    }

    private String add(String request, AccountId subject) {
        List<Step> steps = roster.members().stream()
                .flatMap(member -> member.declaration().holdings().stream()
                        .map(holding -> new Step(member.bundle(), holding.name())))
                .distinct()
                .toList();
        String id = Ids.next("exp");
        rows.add(ExportEntity.of(id, request, subject, clock.instant()).steps(steps));
        transactions.afterCommit(() -> threads.soon(this::tick));
        return id;
    }

    @Override
    public String again(String request, AccountId subject) {
        return transactions.required(() -> {
            rows.ofRequest(request).ifPresent(this::remove);
            return start(request, subject);
        });
    }

    @Override
    public Optional<ExportView> find(String exportId) {
        return rows.find(exportId).map(Export::toView);
    }

    /** The copy of an owner. @throws PlatformException NOT_FOUND {@code export_not_found} */
    Export require(AccountId owner, String id) {
        return rows.find(id)
                .filter(export -> export.subject().equals(owner))
                .orElseThrow(() -> PlatformException.notFound("export", id));
    }

    Optional<Export> row(String id) {
        return rows.find(id);
    }

    Page<Export> list(AccountId owner, PageRequest page) {
        return rows.list(owner, page);
    }

    /** The ZIP of a copy that is ready. @throws PlatformException CONFLICT {@code export_not_ready} */
    Archive archive(Export export) {
        if (export.state() != ExportView.State.READY
                || !clock.instant().isBefore(export.expires().orElseThrow())) {
            throw PlatformException.conflict("export_not_ready", "The copy " + export.id() + " is not ready.");
        }
        return new Archive(rows.parts(export.id()), worker.blobs(export), export.bytes());
    }

    /** Erases a copy and all its files. @return whether there was one */
    boolean remove(Export export) {
        worker.blobs(export).remove();
        return rows.remove(export.id());
    }

    /** Does all that can be done now. */
    void tick() {
        while (!Thread.currentThread().isInterrupted() && worker.work()) {
            tell();
        }
        tell();
        sweep.run();
    }

    private void tell() {
        rows.untold().forEach(this::tell);
    }

    /** What a listener writes and that it was told commit together. */
    private void tell(Export export) {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            transactions.required(() -> {
                listeners.forEach(listener -> tell(listener, export));
                rows.told(export.id());
                return true;
            });
        } catch (RuntimeException e) {
            LOG.warn("Nobody could be told of the end of the copy {}; it is tried again.", export.id(), e);
            return;
        }
        write(export);
    }

    private static void tell(ExportListener listener, Export export) {
        if (export.state() == ExportView.State.READY) {
            listener.ended(export.request(), export.id(), export.gapNames());
        } else {
            listener.failed(export.request(), export.id(), export.reason());
        }
    }

    private void write(Export export) {
        try {
            if (export.state() == ExportView.State.READY && !letters.send(export)) {
                LOG.info("No mail says that the copy {} is ready.", export.id());
            }
        } catch (RuntimeException e) {
            LOG.warn("No mail could say that the copy {} is ready.", export.id(), e);
        }
    }
}
