package org.image2ai.openai;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The models, as OpenAI lists them. */
@Component(service = ModelsResource.class)
@JaxrsResource
@Path("/v1/models")
@Produces("application/json")
public final class ModelsResource {
    private static final String US = "image2ai";

    private final ModelNames names;
    private final long since = Instant.now().getEpochSecond();

    @Activate
    public ModelsResource(@Reference ModelNames names) {
        this.names = names;
    }

    /**
     * A model.
     *
     * @param id its name
     * @param object always {@code model}
     * @param created since when this server offers it, in seconds of Unix time
     * @param owned_by the vendor
     */
    public record Model(String id, String object, long created, String owned_by) {}

    /** All models. */
    public record ModelList(String object, List<Model> data) {}

    /** The models that make pictures. */
    @GET
    @Permission("model:read")
    public ModelList list() {
        return new ModelList("list", all().toList());
    }

    /** A model. */
    @GET
    @Path("{id: .+}")
    @Permission("model:read")
    public Model get(@PathParam("id") String id) {
        return all().filter(model -> model.id().equals(id)).findFirst().orElseThrow(() -> PlatformException.invalid(
                        "model_not_found", "The model '" + id + "' does not exist.")
                .withField("model"));
    }

    /** The live models, then the names that stand for whichever is best. */
    private Stream<Model> all() {
        Stream<Model> live = names.live().stream().map(entry -> model(entry.fullName(), entry.vendor()));
        Stream<String> others = Stream.concat(Stream.of(ImageRouter.AUTO), names.aliases().stream());
        return Stream.concat(live, others.map(name -> model(name, US)));
    }

    private Model model(String id, String owner) {
        return new Model(id, "model", since, owner);
    }
}
