package org.image2ai.plugins;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** Plugins, for admins. */
@Component(service = PluginsResource.class)
@JaxrsResource
@Path("/api/v1/admin/plugins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PluginsResource {
    private final PluginViews views;
    private final PluginAdministration administration;

    @Activate
    public PluginsResource(@Reference PluginViews views, @Reference PluginAdministration administration) {
        this.views = views;
        this.administration = administration;
    }

    /** Where a plugin is: a path on the server, or a URL. */
    public record Source(String source) {}

    /** All plugins, also those of the distribution and those that could not be put in. */
    @GET
    @Permission("admin:plugin:read")
    public List<PluginView> list() {
        return views.list();
    }

    /** A plugin with its accounts, its configuration without secrets, and what it declares. */
    @GET
    @Path("{name}")
    @Permission("admin:plugin:read")
    public PluginDetails show(@PathParam("name") String name) {
        return views.details(name);
    }

    /** Puts in a plugin, or another version of one; answers when it works, while the old one still finishes. */
    @POST
    @Permission(PluginAdministration.INSTALL)
    public PluginView install(@Context CallContext call, Source source) {
        if (source == null || source.source() == null || source.source().isBlank()) {
            throw PlatformException.invalid("missing_field", "source is needed.")
                    .withField("source");
        }
        return views.view(administration.install(actor(call), source.source().strip()));
    }

    /** Takes a plugin out after it has finished. */
    @DELETE
    @Path("{name}")
    @Permission(PluginAdministration.REMOVE)
    public void remove(@Context CallContext call, @PathParam("name") String name) {
        administration.remove(actor(call), name);
    }

    /** Gives a plugin no more work, and answers when it has finished. */
    @POST
    @Path("{name}/drain")
    @Permission(PluginAdministration.DRAIN)
    public PluginView drain(@Context CallContext call, @PathParam("name") String name) {
        administration.drain(actor(call), name);
        return views.view(name);
    }

    /** Gives a plugin work again. */
    @POST
    @Path("{name}/enable")
    @Permission(PluginAdministration.ENABLE)
    public PluginView enable(@Context CallContext call, @PathParam("name") String name) {
        administration.enable(actor(call), name);
        return views.view(name);
    }

    /** Stops a plugin after it has finished; also after a restart it does not start. */
    @POST
    @Path("{name}/disable")
    @Permission(PluginAdministration.DISABLE)
    public PluginView disable(@Context CallContext call, @PathParam("name") String name) {
        administration.disable(actor(call), name);
        return views.view(name);
    }

    /** Puts the earlier version of a plugin back. */
    @POST
    @Path("{name}/rollback")
    @Permission(PluginAdministration.ROLLBACK)
    public PluginView rollback(@Context CallContext call, @PathParam("name") String name) {
        administration.rollback(actor(call), name);
        return views.view(name);
    }

    private static String actor(CallContext call) {
        return call.account().value();
    }
}
