package org.image2ai.plugins;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** The plugins, for admins. */
@Component(service = PluginsResource.class)
@JaxrsResource
@Path("/api/v1/admin/plugins")
@Produces("application/json")
public final class PluginsResource {
    private final Plugins plugins;

    @Activate
    public PluginsResource(@Reference Plugins plugins) {
        this.plugins = plugins;
    }

    /** All of them, by name. */
    @GET
    @Permission("admin:plugin:read")
    public List<PluginView> list() {
        return plugins.list();
    }

    /** One of them, with its accounts without secrets. */
    @GET
    @Path("{name}")
    @Permission("admin:plugin:read")
    public PluginDetails get(@PathParam("name") String name) {
        return plugins.show(name);
    }

    /** Gives it nothing new until it is enabled, and waits for what it began. */
    @POST
    @Path("{name}/drain")
    @Permission("admin:plugin:manage")
    public PluginView drain(@Context Identity caller, @PathParam("name") String name) {
        plugins.drain(caller.account().value(), name);
        return plugins.show(name).plugin();
    }

    /** Lets it work again. */
    @POST
    @Path("{name}/enable")
    @Permission("admin:plugin:manage")
    public PluginView enable(@Context Identity caller, @PathParam("name") String name) {
        return plugins.enable(caller.account().value(), name, true);
    }

    /** Lets it finish what it began and stops it. */
    @POST
    @Path("{name}/disable")
    @Permission("admin:plugin:manage")
    public PluginView disable(@Context Identity caller, @PathParam("name") String name) {
        return plugins.enable(caller.account().value(), name, false);
    }

    /** Puts the version before back to work. */
    @POST
    @Path("{name}/rollback")
    @Permission("admin:plugin:manage")
    public PluginView rollBack(@Context Identity caller, @PathParam("name") String name) {
        return plugins.rollBack(caller.account().value(), name);
    }
}
