package org.image2ai.models;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.image2ai.api.model.ModelCatalogue;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The live models over HTTP. */
@Component(service = ModelsResource.class)
@JaxrsResource
@Path("/api/v1/models")
@Produces("application/json")
public final class ModelsResource {
    private final ModelCatalogue catalogue;

    @Activate
    public ModelsResource(@Reference ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The whole catalogue: it is small, and a page of it would be of no use. */
    public record Models(List<ModelView> items) {}

    /** The models: what each can do, takes and costs. */
    @GET
    @Permission("model:read")
    public Models list() {
        return new Models(catalogue.models().stream().map(ModelView::of).toList());
    }
}
