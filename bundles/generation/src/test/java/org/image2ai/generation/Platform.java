package org.image2ai.generation;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.AssetId;
import org.image2ai.api.CallContext;
import org.image2ai.api.HoldId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.billing.CreditBalance;
import org.image2ai.api.billing.CreditEntry;
import org.image2ai.api.billing.Credits;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.AssetLink;
import org.image2ai.api.library.Library;
import org.image2ai.api.library.Lineage;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.library.Provenance;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Quote;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RouteResult;
import org.image2ai.api.moderation.Content;
import org.image2ai.kit.Ids;
import org.image2ai.tck.moderation.FakeContentReview;

/** What stands around jobs: a ledger, a library and a router that remember what was asked of them. */
final class Platform {
    final FakeCredits credits = new FakeCredits();
    final FakeLibrary library = new FakeLibrary();
    final FakeRouter router = new FakeRouter();
    final FakeContentReview review = new FakeContentReview();

    static JobRequest request(int count) {
        return request("auto", count);
    }

    static JobRequest request(String model) {
        return request(model, 1);
    }

    private static JobRequest request(String model, int count) {
        return new JobRequest(
                Operation.GENERATE,
                model,
                Optional.of("a fox"),
                List.of(),
                Map.of("seed", 7L),
                count,
                Optional.empty(),
                0,
                Optional.empty());
    }

    static GenerationConfig config(int maxAttempts, int maxDirect) {
        Map<String, Object> values = Map.of(
                "maxAttempts", maxAttempts,
                "jobSeconds", 60,
                "sweepSeconds", 3_600,
                "leaseSeconds", 60,
                "idempotencyHours", 24,
                "maxQueuedPerAccount", 20,
                "maxQueued", 100,
                "maxDirect", maxDirect,
                "requireReview", true,
                "annotationType", GenerationConfig.class);
        return (GenerationConfig) Proxy.newProxyInstance(
                Platform.class.getClassLoader(),
                new Class<?>[] {GenerationConfig.class, Annotation.class},
                (proxy, method, args) -> values.get(method.getName()));
    }

    /** Ten credits for everybody. */
    static final class FakeCredits implements Credits {
        final Map<HoldId, Long> held = new HashMap<>();
        long all = 10;
        long spent;

        @Override
        public CreditBalance balance(AccountId account) {
            return new CreditBalance(account, "free", all - spent, 0, all - spent, List.of());
        }

        @Override
        public synchronized HoldId hold(AccountId account, BigDecimal amount, String reference) {
            long whole = amount.setScale(0, RoundingMode.CEILING).longValueExact();
            long sum = held.values().stream().mapToLong(Long::longValue).sum();
            if (spent + sum + whole > all) {
                throw PlatformException.exhausted("insufficient_credits", "too little", false);
            }
            HoldId id = new HoldId(Ids.next("hld"));
            held.put(id, whole);
            return id;
        }

        @Override
        public synchronized long settle(HoldId hold, BigDecimal amount) {
            long whole = amount.setScale(0, RoundingMode.CEILING).longValueExact();
            if (held.remove(hold) == null) {
                throw PlatformException.conflict("hold_ended", "twice");
            }
            spent += whole;
            return whole;
        }

        @Override
        public synchronized void release(HoldId hold) {
            held.remove(hold);
        }

        @Override
        public CreditBalance grant(AccountId account, long credits, String reason, String actor, String reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<CreditEntry> entries(AccountId account, PageRequest page) {
            return new Page<>(List.of(), Optional.empty());
        }
    }

    /** Takes every staged output for a picture of 4 × 4. */
    static final class FakeLibrary implements Library {
        private static final Optional<Content.Picture> SMALL = Optional.of(new Content.Picture(1, 1, new int[1]));

        final Set<StagedOutput> staged = new HashSet<>();
        final Set<StagedOutput> adopted = new HashSet<>();
        boolean full;

        @Override
        public void requireRoom() {
            if (full) {
                throw PlatformException.exhausted("storage_full", "The store is full.", true);
            }
        }

        @Override
        public Asset upload(CallContext context, InputStream content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Asset uploadApproved(CallContext context, InputStream content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(StagedOutput output) {
            return InputStream.nullInputStream();
        }

        @Override
        public Asset get(CallContext context, AssetId id) {
            throw PlatformException.notFound("asset", id.value());
        }

        @Override
        public Page<Asset> list(CallContext context, PageRequest page) {
            return new Page<>(List.of(), Optional.empty());
        }

        @Override
        public InputStream open(CallContext context, AssetId id, long offset, long length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(CallContext context, AssetId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StagedWriter stage(StagedOutput output) {
            return new StagedWriter() {
                @Override
                public void write(int b) {
                    // The bytes do not matter here.
                }

                @Override
                public void commit() {
                    staged.add(output);
                }
            };
        }

        @Override
        public Optional<Inspected> keep(StagedOutput output, Making making, Optional<PictureFormat> format, int side) {
            Provenance provenance = new Provenance(Provenance.Mark.XMP, making.source(), "");
            String mediaType = format.map(f -> f.type().mediaType()).orElse("image/png");
            return staged.contains(output)
                    ? Optional.of(
                            new Inspected(mediaType, 4, 4, 10, "0".repeat(64), provenance, SMALL.filter(s -> side > 0)))
                    : Optional.empty();
        }

        @Override
        public Content.Picture small(StagedOutput output, int side) {
            return SMALL.orElseThrow();
        }

        @Override
        public byte[] transcode(byte[] picture, PictureFormat format) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AssetLink link(CallContext context, AssetId id, Duration life) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Asset adopt(StagedOutput output, Inspected inspected, Lineage lineage) {
            adopted.add(output);
            return new Asset(
                    new AssetId(Ids.next("ast")),
                    output.owner(),
                    Asset.Origin.RESULT,
                    inspected.mediaType(),
                    4,
                    4,
                    10,
                    inspected.sha256(),
                    Instant.now(),
                    Optional.of(lineage));
        }
    }

    /** One credit an image; renders as many as it is told. */
    static final class FakeRouter implements ImageRouter {
        int gives = Integer.MAX_VALUE;
        Runnable meanwhile = () -> {};
        String busy = "";

        /** The bundles that it asks, one after another. */
        List<String> asked = List.of();

        @Override
        public Quote quote(RouteRequest request) {
            return new Quote("p/m", BigDecimal.ONE, request.count(), BigDecimal.valueOf(request.count()));
        }

        @Override
        public boolean isBusy(Operation operation, String model) {
            return model.equals(busy);
        }

        @Override
        public RouteResult render(RouteRequest request, RenderSession session) {
            asked.forEach(bundle -> session.leaves(bundle, "api." + bundle));
            List<RenderResult.RenderedImage> images = new java.util.ArrayList<>();
            for (int i = 0; i < Math.min(gives, request.count()); i++) {
                try (var out = session.output(i, "image/png")) {
                    out.write(1);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                images.add(new RenderResult.RenderedImage(i, Optional.of(7L)));
            }
            session.progress(0.5, "half");
            meanwhile.run();
            RenderResult result = RenderResult.of(images, Map.of());
            return new RouteResult(
                    "p/m", "p", "v", result, BigDecimal.ONE, DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA, List.of());
        }
    }
}
