package org.image2ai.privacy.roster;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What bundles see of each other's services. People's data, and the ways to it, are not there for a bundle that is not
 * admitted or did not declare them; its own services are not there for the platform. Needs nothing but the framework, so
 * it stands before any bundle of others starts.
 */
@Component(
        service = {FindHook.class, EventListenerHook.class},
        immediate = true)
public final class Gate implements FindHook, EventListenerHook {
    private final Standing standing;

    @Activate
    public Gate(@Reference Standing standing) {
        this.standing = standing;
    }

    @Override
    public void find(
            BundleContext caller, String name, String filter, boolean all, Collection<ServiceReference<?>> references) {
        for (Iterator<ServiceReference<?>> each = references.iterator(); each.hasNext(); ) {
            if (isHidden(each.next(), caller)) {
                each.remove();
            }
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners.keySet().removeIf(caller -> isHidden(event.getServiceReference(), caller));
    }

    private boolean isHidden(ServiceReference<?> reference, BundleContext caller) {
        Bundle owner = reference.getBundle();
        Bundle user = user(caller);
        if (owner == null || user == null || owner.equals(user) || user.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            return false;
        }
        return !standing.of(owner).mayProvide() && isOfApi(reference)
                || !standing.of(user).isOurs() && isKept(reference, user);
    }

    private static Bundle user(BundleContext caller) {
        try {
            return caller.getBundle();
        } catch (IllegalStateException e) {
            return null;
        }
    }

    private static boolean isOfApi(ServiceReference<?> reference) {
        for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
            if (type.startsWith("org.image2ai.")) {
                return true;
            }
        }
        return false;
    }

    private boolean isKept(ServiceReference<?> reference, Bundle user) {
        Standing.Right right = standing.of(user);
        for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
            boolean hidden =
                    switch (type) {
                        case "javax.sql.DataSource", "javax.sql.XADataSource", "org.image2ai.kit.schema.Schema" ->
                            !right.tables();
                        case "org.image2ai.api.storage.BlobService" -> !right.blobs();
                        case "org.image2ai.api.egress.Egress" -> !right.sends();
                        // What belongs to a persistence unit belongs to its bundle, and whole stores to nobody.
                        case "javax.persistence.EntityManagerFactory",
                                "javax.persistence.EntityManager",
                                "org.apache.aries.jpa.template.JpaTemplate",
                                "org.apache.aries.jpa.supplier.EmSupplier",
                                "org.osgi.service.jpa.EntityManagerFactoryBuilder",
                                "org.image2ai.api.storage.ObjectStore",
                                "org.image2ai.api.privacy.KeyShredder",
                                "org.image2ai.blobs.KeyStore" -> true;
                        default -> false;
                    };
            if (hidden) {
                return true;
            }
        }
        return false;
    }
}
