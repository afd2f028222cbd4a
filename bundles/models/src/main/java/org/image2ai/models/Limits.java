package org.image2ai.models;

import java.util.Collection;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.Routing;
import org.image2ai.api.model.RoutingRestrictions;
import org.image2ai.api.model.RoutingRestrictions.Restrictions;

/** Where a request must not go: what its account objected to, and what the request itself excludes. */
final class Limits {
    private static final String LOCAL = "local";

    private final Restrictions objections;
    private final Routing wishes;

    private Limits(Restrictions objections, Routing wishes) {
        this.objections = objections;
        this.wishes = wishes;
    }

    static Limits of(RouteRequest request, Optional<RoutingRestrictions> restrictions) {
        Restrictions objections =
                restrictions.map(all -> all.of(request.context().account())).orElse(Restrictions.NONE);
        return new Limits(objections, request.routing());
    }

    /** Why a model must not get it; {@code null} when it may, for this is asked of every model each time. */
    PlatformException refusal(CatalogueEntry entry) {
        String region = entry.model().region();
        boolean here = entry.local() || region.equals(LOCAL);
        if (objections.thirdParties() && !here) {
            return objected(entry, "processing by third parties");
        }
        if (names(objections.vendors(), entry)) {
            return objected(entry, "the vendor " + entry.vendor());
        }
        if (!here && holds(objections.regions(), region)) {
            return objected(entry, "the region " + region);
        }
        if (names(wishes.excludeVendors(), entry)) {
            return excluded("excludeVendors", "its vendor " + entry.vendor() + " is excluded", entry);
        }
        if (!here && !wishes.regions().isEmpty() && !holds(wishes.regions(), region)) {
            return excluded("regions", "its region " + region + " is none of those", entry);
        }
        return null;
    }

    /** Why a bundle must not get it; {@code null} when it may. */
    PlatformException refusal(Place place) {
        return objections.bundles().contains(place.provider().origin().name())
                ? objected(place.entry(), "a recipient of it, or it has one that the register does not name yet")
                : null;
    }

    private static boolean names(Collection<String> vendors, CatalogueEntry entry) {
        return !vendors.isEmpty() && (holds(vendors, entry.vendor()) || holds(vendors, entry.provider()));
    }

    private static boolean holds(Collection<String> names, String name) {
        for (String one : names) {
            if (one.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static PlatformException objected(CatalogueEntry entry, String what) {
        return PlatformException.denied(
                "routing_restricted", entry.fullName() + " is not asked: this account objected to " + what + ".");
    }

    private static PlatformException excluded(String field, String why, CatalogueEntry entry) {
        return PlatformException.invalid("routing_excludes_model", entry.fullName() + " is not asked: " + why + ".")
                .withField("routing." + field);
    }
}
