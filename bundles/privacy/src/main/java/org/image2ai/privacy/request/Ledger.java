package org.image2ai.privacy.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Vault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What happened to each request, append-only. Each link holds the hash of the one before it, of its own time, kind and
 * ciphertext, so that the chain verifies without the key of the words. The head stands with the request: a chain that
 * was cut short is found as well.
 */
@Component(service = Ledger.class)
public final class Ledger {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> UNREADABLE = Map.of();

    private final RequestRows rows;
    private final EvidenceKeys keys;
    private final Settings settings;

    @Activate
    public Ledger(@Reference RequestRows rows, @Reference EvidenceKeys keys, @Reference Settings settings) {
        this.rows = rows;
        this.keys = keys;
        this.settings = settings;
    }

    /** Another link; joins the caller's transaction. */
    void append(String request, EventKind kind, String about, Map<String, String> details) {
        rows.transactions().required(() -> {
            Instant now = settings.now();
            rows.change(request, row -> {
                EventEntity event = EventEntity.of(request, row.events() + 1, now, kind, RequestRows.cut(about));
                event.seal(keys.vault(request).seal(json(details), event.id()), "");
                event.seal(event.sealed(), hash(before(request, row.head()), event));
                rows.store().run(em -> {
                    em.persist(event);
                    em.flush();
                });
                row.grow(event.seq(), event.hash());
            });
            return true;
        });
    }

    void append(String request, EventKind kind, String about) {
        append(request, kind, about, Map.of());
    }

    void append(String request, EventKind kind) {
        append(request, kind, "", Map.of());
    }

    /** The links of a request in their order. */
    List<Event> of(String request) {
        Optional<Vault> vault = keys.existing(request);
        return links(request).stream()
                .map(link -> new Event(
                        link.seq(),
                        Micros.instant(link.atMicros()),
                        EventKind.valueOf(link.kind()),
                        link.about(),
                        details(vault, link)))
                .toList();
    }

    /** The requests to which something happened once. */
    List<String> requests(EventKind kind) {
        return rows.store().read(em -> em.createNamedQuery("event.requests", String.class)
                .setParameter("kind", kind.name())
                .getResultList());
    }

    Standing standing(Request request) {
        return Standing.of(request.type(), of(request.id()));
    }

    private List<EventEntity> links(String request) {
        return rows.store().read(em -> em.createNamedQuery("event.ofRequest", EventEntity.class)
                .setParameter("request", request)
                .getResultList());
    }

    private static Map<String, String> details(Optional<Vault> vault, EventEntity link) {
        if (vault.isEmpty()) {
            return UNREADABLE;
        }
        try {
            String json = vault.get().openText(link.sealed(), link.id());
            return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (PlatformException | JsonProcessingException e) {
            // Sealed under a key that was destroyed since: the link is still one.
            return UNREADABLE;
        }
    }

    /**
     * How whole a chain is.
     *
     * @param request whose
     * @param links how many it has
     * @param head the hash of the last
     * @param broken what is wrong, and at which link; empty when nothing is
     */
    public record Verification(String request, int links, String head, Optional<String> broken) {}

    /** Goes through a chain; needs no key. */
    Verification verify(String request) {
        String hash = "";
        int seq = 0;
        for (EventEntity link : links(request)) {
            seq++;
            if (link.seq() != seq) {
                return new Verification(request, seq, hash, Optional.of("link " + seq + " is missing"));
            }
            String expected = hash(before(request, hash), link);
            if (!expected.equals(link.hash())) {
                return new Verification(request, seq, hash, Optional.of("link " + seq + " was changed"));
            }
            hash = link.hash();
        }
        String head = rows.look(request, RequestEntity::head)
                .orElseThrow(() -> PlatformException.notFound("request", request));
        Optional<String> cut = head.equals(hash) ? Optional.empty() : Optional.of("it does not end at its head");
        return new Verification(request, seq, hash, cut);
    }

    private static String before(String request, String head) {
        return head.isEmpty() ? "image2ai privacy request " + request : head;
    }

    /** Each word with its length before it: no two chains have the same bytes. */
    private static String hash(String before, EventEntity link) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(ByteBuffer.allocate(12)
                    .putInt(link.seq())
                    .putLong(link.atMicros())
                    .array());
            for (String word : List.of(before, link.id(), link.kind(), link.about(), link.sealed())) {
                byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String json(Map<String, String> details) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(details));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is JSON", e);
        }
    }
}
