package org.image2ai.privacy.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.Purpose;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.api.storage.BlobService;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.blobs.OpenBlobs;
import org.image2ai.privacy.roster.Member;
import org.image2ai.privacy.roster.ActualRecipients;
import org.image2ai.privacy.roster.Roster;
import org.image2ai.privacy.roster.Senders;
import org.image2ai.storage.filesystem.OpenStore;
import org.image2ai.tck.jpa.TestUnit;

/** Times the copy of one person's data against {@code zip -0} over the same files, by turns. */
public final class CopyBenchmark {
    private static final AccountId PERSON = new AccountId("acc_BENCHMARK");
    private static final int FILE = 1 << 20;
    private static final String BUNDLE = "org.image2ai.library";
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    private final Path folder;
    private final int files;
    private final int records;
    private final BlobService library;
    private final ExportService service;

    private CopyBenchmark(Path folder, int files, int records) {
        this.folder = folder;
        this.files = files;
        this.records = records;
        OpenBlobs blobs = new OpenBlobs(OpenStore.in(folder.resolve("blobs")), folder.resolve("keys"));
        library = blobs.of(BUNDLE);
        TestUnit unit = new TestUnit("privacy-benchmark");
        ExportConfig config = fake(ExportConfig.class, null);
        ExportLetters letters = new ExportLetters(
                fake(Accounts.class, Optional.empty()),
                fake(PublicAddress.class, ""),
                new ExportLinks(config, new byte[32], Clock.systemUTC()));
        Roster roster = new OneMember();
        ExportWorker.Sources sources = new ExportWorker.Sources(
                new ExportRows(unit::migrate, unit),
                roster,
                blobs.of("org.image2ai.privacy"),
                new ActualRecipients(roster, fake(Senders.class, false)));
        service = new ExportService(config, sources, unit, letters, Clock.systemUTC());
    }

    /** Answers the same always, or its defaults where that is null. */
    private static <T> T fake(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                CopyBenchmark.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> answer == null ? method.getDefaultValue() : answer));
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[3]);
        CopyBenchmark benchmark = new CopyBenchmark(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        benchmark.fill();
        System.out.printf(
                "%d records, %d of them with a file of 1 MB; heap of at most %d MB%n",
                benchmark.records, benchmark.files, Runtime.getRuntime().maxMemory() >> 20);
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double zip = benchmark.zip();
            double copy = benchmark.copy(round, round == rounds);
            ratios.add(zip / copy);
            System.out.printf(
                    "round %d: zip -0 %.1f s, copy %.1f s (%.0f MB/s), ratio %.2f%n",
                    round, zip, copy, benchmark.files / copy, zip / copy);
        }
        System.out.printf("ratio %.2f, most heap %d MB%n", ratios.stream().sorted().toList().get(rounds / 2), mostHeap());
        benchmark.service.stop();
        System.exit(0);
    }

    /** With what waits to be collected. */
    private static long mostHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }

    private static ObjectKey key(int number) {
        return ObjectKey.of("uploads", String.format("%06d.png", number));
    }

    private void fill() throws IOException {
        Path plain = Files.createDirectories(folder.resolve("files"));
        byte[] content = new byte[FILE];
        for (int i = 0; i < files; i++) {
            new SplittableRandom(i).nextBytes(content);
            Files.write(plain.resolve(String.format("%06d.png", i)), content);
            library.put(PERSON, key(i), new ByteArrayInputStream(content), Long.MAX_VALUE);
        }
    }

    private double zip() throws IOException, InterruptedException {
        Path out = folder.resolve("peer.zip");
        Files.deleteIfExists(out);
        long began = System.nanoTime();
        run("zip", "-0", "-q", "-r", out.toString(), folder.resolve("files").toString());
        double seconds = (System.nanoTime() - began) / 1e9;
        Files.delete(out);
        return seconds;
    }

    private double copy(int round, boolean read) throws IOException, InterruptedException {
        long began = System.nanoTime();
        String id = service.start("req_" + round, PERSON);
        service.tick();
        double seconds = (System.nanoTime() - began) / 1e9;
        ExportView view = service.find(id).orElseThrow();
        if (view.state() != ExportView.State.READY || view.gaps() != 0 || view.items() != records) {
            throw new IllegalStateException("not whole: " + view);
        }
        if (read) {
            read(service.require(PERSON, id));
        }
        service.remove(service.require(PERSON, id));
        return seconds;
    }

    /** Downloads the ZIP, and lets a reader of strangers test every file and the directory in it. */
    private void read(Export export) throws IOException, InterruptedException {
        Archive archive = service.archive(export);
        Path zip = folder.resolve("copy.zip");
        long began = System.nanoTime();
        try (InputStream in = archive.open(0, archive.bytes())) {
            Files.copy(in, zip);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        run("unzip", "-tqq", zip.toString());
        System.out.printf("downloaded %d MB in %.1f s; unzip -t finds no fault%n", archive.bytes() >> 20, seconds);
        Files.delete(zip);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(command[0] + " ended with " + status);
        }
    }

    /** The only holder; asked on another thread, as in the server. */
    private final class OneMember implements Roster {
        private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        private final Pictures pictures = new Pictures();

        @Override
        public List<Member> members() {
            PrivacyDeclaration.Holding holding = new PrivacyDeclaration.Holding(
                    "uploads",
                    "dpv-pd:Picture",
                    List.of(Purpose.SERVICE),
                    "dpv:Contract",
                    List.of("lib_asset"),
                    "owner_id",
                    PrivacyDeclaration.Retention.ACCOUNT,
                    PrivacyDeclaration.Action.ERASE);
            return List.of(new Member(
                    new PrivacyDeclaration(BUNDLE, List.of(holding), List.of(), List.of(), ""),
                    "",
                    SINCE,
                    Member.State.LIVE,
                    ""));
        }

        @Override
        public Optional<Member> find(String bundle) {
            return members().stream().findFirst();
        }

        @Override
        public <T> T ask(String bundle, Function<PersonalDataParticipant, T> question) {
            try {
                return threads.submit(() -> question.apply(pictures)).get(60, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Records, of which the first have a file. */
    private final class Pictures implements PersonalDataParticipant {
        @Override
        public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
            int from = page.cursor().map(Integer::parseInt).orElse(0);
            int to = Math.min(records, from + page.limit());
            List<HeldItem> items = new ArrayList<>();
            for (int i = from; i < to; i++) {
                items.add(new HeldItem(holding, String.valueOf(i), SINCE.plusSeconds(i)));
            }
            return new Page<>(items, to < records ? Optional.of(String.valueOf(to)) : Optional.empty());
        }

        @Override
        public void export(AccountId subject, HeldItem item, ExportSink sink) {
            int number = Integer.parseInt(item.key());
            sink.data(Map.of(
                    "id", "ast_" + number, "prompt", "a red fox in a snowy forest at night, ".repeat(5), "seed", number));
            if (number < files) {
                try (InputStream in = library.read(subject, key(number))) {
                    sink.file(number + ".png", "image/png", in);
                } catch (IOException e) {
                    sink.gap(number + ".png", "The file of the picture cannot be read.");
                }
            }
        }

        @Override
        public Outcome plan(AccountId subject, HeldItem item) {
            return Outcome.erased();
        }

        @Override
        public Outcome erase(AccountId subject, HeldItem item) {
            return Outcome.erased();
        }

        @Override
        public int rectify(AccountId subject, String attribute, String value) {
            return 0;
        }

        @Override
        public int sweep(String holding, Instant now, boolean dryRun, int limit) {
            return 0;
        }
    }
}
