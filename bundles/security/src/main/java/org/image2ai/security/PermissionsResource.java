package org.image2ai.security;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.image2ai.api.Page;
import org.image2ai.api.security.Permission;
import org.image2ai.api.security.Roles;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All permissions that live resources ask for or roles name, with the roles that hold them. */
@Component(service = PermissionsResource.class)
@JaxrsResource
@Path("/api/v1/admin/permissions")
@Produces(MediaType.APPLICATION_JSON)
public final class PermissionsResource {
    private static final Logger LOG = LoggerFactory.getLogger(PermissionsResource.class);

    private final BundleContext context;
    private final Roles roles;

    @Activate
    public PermissionsResource(BundleContext context, @Reference Roles roles) {
        this.context = context;
        this.roles = roles;
    }

    /** A permission and who holds it. */
    public record PermissionView(String name, List<String> roles) {}

    /** All permissions, by name. */
    @GET
    @Permission("admin:permission:read")
    public Page<PermissionView> list() {
        Set<String> names = new TreeSet<>(asked());
        roles.roles().values().stream()
                .flatMap(Set::stream)
                .filter(name -> !name.contains("*"))
                .forEach(names::add);
        return new Page<>(views(names, roles.roles()), Optional.empty());
    }

    static List<PermissionView> views(Set<String> names, Map<String, Set<String>> roles) {
        return names.stream()
                .map(name -> new PermissionView(
                        name,
                        roles.entrySet().stream()
                                .filter(role -> ShiroIdentity.implies(role.getValue(), name))
                                .map(Map.Entry::getKey)
                                .sorted()
                                .toList()))
                .toList();
    }

    /** What the live resources ask for. Their classes are read; none is made for it. */
    private Set<String> asked() {
        Set<String> names = new TreeSet<>();
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null, "(osgi.jaxrs.resource=true)");
            for (ServiceReference<?> resource : found == null ? new ServiceReference<?>[0] : found) {
                for (String type : (String[]) resource.getProperty(Constants.OBJECTCLASS)) {
                    read(resource, type, names);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter is a constant", e);
        }
        return names;
    }

    private static void read(ServiceReference<?> resource, String type, Set<String> names) {
        Bundle bundle = resource.getBundle();
        if (bundle == null) {
            return;
        }
        try {
            Class<?> owner = bundle.loadClass(type);
            Optional.ofNullable(owner.getAnnotation(Permission.class)).ifPresent(p -> names.add(p.value()));
            for (Method method : owner.getMethods()) {
                Optional.ofNullable(method.getAnnotation(Permission.class)).ifPresent(p -> names.add(p.value()));
            }
        } catch (ClassNotFoundException | IllegalStateException e) {
            LOG.debug("A resource went while it was read.", e);
        }
    }
}
