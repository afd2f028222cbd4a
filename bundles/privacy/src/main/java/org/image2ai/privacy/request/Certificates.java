package org.image2ai.privacy.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes certificates, and signs them. */
@Component(service = Certificates.class)
public final class Certificates {
    private static final int MOST_ITEMS = 10_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private final Evidence evidence;
    private final Views views;
    private final Signer signer;

    @Activate
    public Certificates(@Reference Evidence evidence, @Reference Views views) {
        this(evidence, views, Signer.ofServer());
    }

    Certificates(Evidence evidence, Views views, Signer signer) {
        this.evidence = evidence;
        this.views = views;
        this.signer = signer;
    }

    /**
     * A certificate with its signature.
     *
     * @param certificate what it says
     * @param jws the same as a signed JSON Web Signature in compact form (RFC 7515, EdDSA of RFC 8037)
     * @param publicKey the key that it verifies with: X.509, base64
     */
    public record Signed(Certificate certificate, String jws, String publicKey) {}

    Signed of(Request request) {
        Certificate certificate = certificate(request);
        try {
            return new Signed(certificate, signer.jws(JSON.writeValueAsBytes(certificate)), signer.publicKey());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a certificate is JSON", e);
        }
    }

    private Certificate certificate(Request request) {
        RequestView view = views.of(request, "");
        List<ItemEntity.Kept> kept = kept(request.id());
        long all = evidence.progress().lines(request.id(), Tally.Phase.RUN).stream()
                .filter(line -> kept.stream()
                        .anyMatch(one -> one.outcome().status().name().equals(line.status())))
                .mapToLong(Tally.Line::items)
                .sum();
        return new Certificate(
                Certificate.FORMAT,
                request.id(),
                request.account().value(),
                view.type(),
                view.law(),
                view.state(),
                request.received(),
                request.due(),
                evidence.settings().now(),
                view.plan().map(RequestView.Plan::digest),
                view.outcomes(),
                kept.stream().map(Certificates::item).toList(),
                Math.max(0, all - kept.size()),
                view.external(),
                view.history().stream()
                        .filter(one -> one.kind() == EventKind.LOOK_CLEAN || one.kind() == EventKind.LOOK_FOUND)
                        .toList(),
                evidence.others().probe().isPresent(),
                evidence.ledger().verify(request.id()));
    }

    private List<ItemEntity.Kept> kept(String request) {
        List<ItemEntity.Kept> all = new ArrayList<>();
        List<ItemEntity.Kept> page = evidence.progress().kept(request, "");
        while (!page.isEmpty() && all.size() < MOST_ITEMS) {
            all.addAll(page);
            page = evidence.progress().kept(request, page.get(page.size() - 1).id());
        }
        return all;
    }

    private static Certificate.Item item(ItemEntity.Kept kept) {
        return new Certificate.Item(
                kept.bundle(),
                kept.item().holding(),
                kept.item().key(),
                kept.outcome().status().name(),
                kept.outcome().reason(),
                kept.outcome().until().map(Object::toString).orElse(""));
    }
}
