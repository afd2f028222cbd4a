package org.image2ai.models;

import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * The bundle that a provider is of.
 *
 * @param bundle its id
 * @param name its symbolic name
 * @param version its version: of two with one name the newer gets new work
 * @param active whether it still runs
 */
record Origin(long bundle, String name, Version version, BooleanSupplier active) {
    static Origin of(Bundle bundle) {
        return new Origin(
                bundle.getBundleId(),
                bundle.getSymbolicName(),
                bundle.getVersion(),
                () -> bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING);
    }

    boolean isOlderThan(Origin other) {
        return name.equals(other.name) && version.compareTo(other.version) < 0;
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
