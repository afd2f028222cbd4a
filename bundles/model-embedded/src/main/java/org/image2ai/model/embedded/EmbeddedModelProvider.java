package org.image2ai.model.embedded;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.ProviderInfo;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RequestCheck;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the models that run in this process, and passes each request to the one it names. */
@Component(service = ImageModelProvider.class, configurationPid = "org.image2ai.model.embedded")
@Designate(ocd = EmbeddedConfig.class)
@ProviderInfo(id = "embedded", vendor = "Image2AI", local = true)
public final class EmbeddedModelProvider implements ImageModelProvider, RequestCheck {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedModelProvider.class);

    private final Map<String, EmbeddedModel> byName;
    private final WarmUp warmUp;

    /** @param config which models are offered */
    @Activate
    public EmbeddedModelProvider(EmbeddedConfig config, BundleContext context) {
        this(chosen(EmbeddedModels.all(), config.models()), () -> Boot.await(context));
    }

    EmbeddedModelProvider(List<EmbeddedModel> models, WarmUp.Wait before) {
        Map<String, EmbeddedModel> map = new LinkedHashMap<>();
        models.forEach(m -> map.put(m.model().name(), m));
        this.byName = Map.copyOf(map);
        this.warmUp = WarmUp.start(models, before);
    }

    private static List<EmbeddedModel> chosen(List<EmbeddedModel> all, String configured) {
        Set<String> wanted = Arrays.stream(configured.split(","))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .collect(Collectors.toSet());
        Set<String> known = all.stream().map(m -> m.model().name()).collect(Collectors.toSet());
        wanted.stream()
                .filter(n -> !known.contains(n))
                .forEach(n ->
                        LOG.warn("models of org.image2ai.model.embedded names {}, which is not one of {}", n, known));
        return all.stream()
                .filter(m -> wanted.isEmpty() || wanted.contains(m.model().name()))
                .toList();
    }

    @Override
    public List<ImageModel> models() {
        return byName.values().stream().map(EmbeddedModel::model).toList();
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        return model(request).render(request, session);
    }

    @Override
    public void check(RenderRequest request) {
        model(request).check(request);
    }

    private EmbeddedModel model(RenderRequest request) {
        EmbeddedModel model = byName.get(request.model());
        if (model == null) {
            throw PlatformException.notFound("model", "embedded/" + request.model());
        }
        return model;
    }

    /** Lets go of what the models hold. */
    @Deactivate
    void close() {
        warmUp.close();
        byName.values().forEach(EmbeddedModel::close);
    }
}
