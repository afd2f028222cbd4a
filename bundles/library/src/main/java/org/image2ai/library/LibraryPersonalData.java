package org.image2ai.library;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.AssetId;
import org.image2ai.api.CallContext;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.RequestId;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.Library;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.kit.Micros;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The part of the library in privacy requests: a person's uploads and results. */
@Component(service = PersonalDataParticipant.class)
public final class LibraryPersonalData implements PersonalDataParticipant {
    private static final String UPLOADS = "uploads";
    static final String RESULTS = "results";
    static final String DRAFTS = "drafts";

    private final Assets assets;
    private final Library library;
    private final Staging staging;

    @Activate
    public LibraryPersonalData(@Reference Assets assets, @Reference Library library, @Reference Staging staging) {
        this.assets = assets;
        this.library = library;
        this.staging = staging;
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        if (holding.equals(DRAFTS)) {
            boolean some = staging.count(subject) > 0;
            return new Page<>(
                    some ? List.of(new HeldItem(DRAFTS, DRAFTS, Leftovers.beforeThisProcess())) : List.of(),
                    Optional.empty());
        }
        Asset.Origin origin = holding.equals(UPLOADS) ? Asset.Origin.UPLOAD : Asset.Origin.RESULT;
        return assets.keys(subject, origin, page).map(row -> new HeldItem(holding, row.id(), Micros.instant(row.at())));
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        if (item.holding().equals(DRAFTS)) {
            // Unfinished bytes of a job that is listed with the jobs; when it ends well they are a result.
            sink.data(Map.of("files", staging.count(subject)));
            return;
        }
        CallContext context = context(subject);
        Asset asset = library.get(context, new AssetId(item.key()));
        sink.data(data(asset));
        String name = asset.id() + "." + asset.mediaType().substring("image/".length());
        try (InputStream file = library.open(context, asset.id(), 0, Long.MAX_VALUE)) {
            sink.file(name, asset.mediaType(), file);
        } catch (PlatformException | IOException e) {
            sink.gap(name, "The file of the picture cannot be read.");
        }
    }

    private static Map<String, Object> data(Asset asset) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", asset.id().value());
        data.put("origin", asset.origin().name());
        data.put("mediaType", asset.mediaType());
        data.put("width", asset.width());
        data.put("height", asset.height());
        data.put("bytes", asset.bytes());
        data.put("sha256", asset.sha256());
        data.put("created", asset.created().toString());
        asset.lineage().ifPresent(lineage -> {
            data.put("job", lineage.job().value());
            data.put("model", lineage.model());
            lineage.prompt().ifPresent(prompt -> data.put("prompt", prompt));
            lineage.seed().ifPresent(seed -> data.put("seed", seed));
            lineage.provenance()
                    .ifPresent(p -> data.put("digitalSourceType", p.source().term()));
        });
        return data;
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        if (item.holding().equals(DRAFTS)) {
            return staging.count(subject) > 0 ? Outcome.erased() : Outcome.notFound();
        }
        return assets.find(new AssetId(item.key()))
                .filter(filed -> filed.asset().owner().equals(subject))
                .map(filed -> Outcome.erased())
                .orElseGet(Outcome::notFound);
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        if (item.holding().equals(DRAFTS)) {
            Outcome outcome = plan(subject, item);
            staging.remove(subject);
            return outcome;
        }
        try {
            library.delete(context(subject), new AssetId(item.key()));
            return Outcome.erased();
        } catch (PlatformException e) {
            if (e.code().equals("asset_not_found")) {
                return Outcome.notFound();
            }
            throw e;
        }
    }

    @Override
    public int rectify(AccountId subject, String attribute, String value) {
        return 0;
    }

    @Override
    public int sweep(String holding, Instant now, boolean dryRun, int limit) {
        return 0;
    }

    private static CallContext context(AccountId subject) {
        return new CallContext(
                subject, new RequestId("privacy"), Purpose.LEGAL, Instant.now().plusSeconds(600));
    }
}
