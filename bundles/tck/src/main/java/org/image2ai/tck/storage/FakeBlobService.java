package org.image2ai.tck.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService;
import org.image2ai.api.storage.ObjectKey;

/** The blob service of one bundle, in memory. */
public final class FakeBlobService implements BlobService {
    private record Stored(Blob blob, byte[] content) {}

    private final Clock clock;
    private final Map<String, Stored> blobs = new ConcurrentSkipListMap<>();

    /** With the time of the machine. */
    public FakeBlobService() {
        this(Clock.systemUTC());
    }

    /** With a time of the test's own. */
    public FakeBlobService(Clock clock) {
        this.clock = clock;
    }

    @Override
    public BlobWriter write(AccountId subject, ObjectKey key, long maxBytes) {
        return new Writer(subject, key, maxBytes);
    }

    @Override
    public Blob put(AccountId subject, ObjectKey key, InputStream content, long maxBytes) {
        try (BlobWriter writer = write(subject, key, maxBytes)) {
            content.transferTo(writer);
            return writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream read(AccountId subject, ObjectKey key) {
        return read(subject, key, 0, Long.MAX_VALUE);
    }

    @Override
    public InputStream read(AccountId subject, ObjectKey key, long offset, long length) {
        Stored stored = blobs.get(path(subject, key));
        if (stored == null) {
            throw PlatformException.notFound("blob", key.value());
        }
        int size = stored.content.length;
        int from = (int) Math.min(offset, size);
        return new ByteArrayInputStream(stored.content, from, (int) Math.min(length, size - from));
    }

    @Override
    public Optional<Blob> stat(AccountId subject, ObjectKey key) {
        return Optional.ofNullable(blobs.get(path(subject, key))).map(Stored::blob);
    }

    @Override
    public boolean delete(AccountId subject, ObjectKey key) {
        return blobs.remove(path(subject, key)) != null;
    }

    @Override
    public Page<Blob> list(Optional<AccountId> subject, PageRequest page) {
        List<Map.Entry<String, Stored>> found = blobs.entrySet().stream()
                .filter(e -> subject.isEmpty() || e.getValue().blob.subject().equals(subject.get()))
                .filter(e -> page.cursor().isEmpty()
                        || e.getKey().compareTo(page.cursor().get()) > 0)
                .limit(page.limit() + 1L)
                .toList();
        boolean more = found.size() > page.limit();
        List<Map.Entry<String, Stored>> items = more ? found.subList(0, page.limit()) : found;
        Optional<String> next = more ? Optional.of(items.get(items.size() - 1).getKey()) : Optional.empty();
        return new Page<>(items.stream().map(e -> e.getValue().blob).toList(), next);
    }

    @Override
    public void requireRoom() {
        // Memory has room enough.
    }

    private static String path(AccountId subject, ObjectKey key) {
        return subject + "/" + key;
    }

    private final class Writer extends BlobWriter {
        private final AccountId subject;
        private final ObjectKey key;
        private final long maxBytes;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Writer(AccountId subject, ObjectKey key, long maxBytes) {
            this.subject = subject;
            this.key = key;
            this.maxBytes = maxBytes;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) {
            if (content.size() + (long) len > maxBytes) {
                throw PlatformException.invalid("blob_too_large", "The blob is larger than " + maxBytes + " bytes.");
            }
            content.write(b, off, len);
        }

        @Override
        public Blob commit() {
            byte[] bytes = content.toByteArray();
            Blob blob = new Blob(subject, key, bytes.length, sha256(bytes), clock.instant());
            blobs.put(path(subject, key), new Stored(blob, Arrays.copyOf(bytes, bytes.length)));
            return blob;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without SHA-256", e);
        }
    }
}
