package org.image2ai.model.comfyui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorFailure;
import org.image2ai.kit.vendor.VendorProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One ComfyUI server. Its models are the workflows of a folder that the server can run. */
final class ComfyUiProvider implements ImageModelProvider {
    static final VendorProfile PROFILE = VendorProfile.server("comfyui", "ComfyUI server", 600);

    private static final Logger LOG = LoggerFactory.getLogger(ComfyUiProvider.class);
    private static final long MOST_SEED = 9_007_199_254_740_991L;

    private final AccountSettings settings;
    private final VendorClient client;
    private final Prompts prompts;
    private final WorkflowFiles files;
    private final boolean forget;
    private final Supplier<String> ids;
    private volatile Map<String, Workflow> workflows = Map.of();
    private volatile Map<String, String> problems = Map.of();

    ComfyUiProvider(AccountSettings settings, Egress egress) {
        this(settings, egress, () -> UUID.randomUUID().toString());
    }

    /** @param ids of prompts to come */
    ComfyUiProvider(AccountSettings settings, Egress egress, Supplier<String> ids) {
        this.settings = settings;
        this.ids = ids;
        Map<String, String> headers = settings.apiKey()
                .map(key -> Map.of("Authorization", "Bearer " + key))
                .orElse(Map.of());
        client = new VendorClient(settings, egress, headers, new ComfyUiErrors());
        prompts = new Prompts(client, "image2ai-" + settings.pid());
        forget = settings.flag("forget", true);
        Path folder = Path.of(System.getProperty("karaf.etc", "etc"))
                .resolve(settings.text("workflows").orElse("comfyui"));
        if (!Files.isDirectory(folder)) {
            throw settings.wrong("workflows", "a folder with workflows");
        }
        String region = settings.text("region").orElse(settings.account().local() ? "local" : "unknown");
        files = new WorkflowFiles(folder, region, settings.models());
        workflows = files.read(new HashMap<>());
    }

    @Override
    public List<ImageModel> models() {
        Map<String, String> found = new TreeMap<>();
        Map<String, Workflow> read = files.read(found);
        List<ImageModel> wanted =
                settings.offered(read.values().stream().map(Workflow::model).toList());
        Inventory inventory = new Inventory(client);
        List<ImageModel> offered = new ArrayList<>();
        for (ImageModel model : wanted) {
            inventory
                    .missing(read.get(model.name()))
                    .ifPresentOrElse(why -> found.put(model.name(), why), () -> offered.add(model));
        }
        found.values().stream()
                .filter(why -> !problems.containsValue(why))
                .forEach(why -> LOG.info("{}: a workflow is not offered: {}", settings.pid(), why));
        problems = Map.copyOf(found);
        workflows = Map.copyOf(read);
        return List.copyOf(offered);
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        Workflow workflow = Optional.ofNullable(workflows.get(request.model()))
                .orElseThrow(() -> PlatformException.upstream(
                        "vendor_gone", "The workflow " + request.model() + " is not there any more.", false));
        if (session.cancelled()) {
            throw VendorFailure.cancelled();
        }
        long seed = request.integer("seed")
                .orElseGet(() -> ThreadLocalRandom.current().nextLong(MOST_SEED));
        Rendering rendering = new Rendering(client, workflow, request, session);
        RenderResult result = rendering.run(prompts, new Ticket(ids.get(), seed), deadline(request));
        if (forget) {
            forget(result.vendorRequestId().orElseThrow());
        }
        return result;
    }

    private Instant deadline(RenderRequest request) {
        Instant most = Instant.now().plus(settings.timeout());
        Instant wanted = request.context().deadline();
        return wanted.isBefore(most) ? wanted : most;
    }

    private void forget(String id) {
        try {
            prompts.forget(id);
        } catch (PlatformException e) {
            // The pictures are there; the server forgets when it is started again.
            LOG.debug("{} keeps prompt {} in its history: {}", settings.pid(), id, e.getMessage());
        }
    }
}
