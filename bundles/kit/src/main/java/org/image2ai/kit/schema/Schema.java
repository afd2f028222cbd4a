package org.image2ai.kit.schema;

import org.osgi.annotation.versioning.ProviderType;

/** Brings a concern's tables to the version that its code needs. */
@ProviderType
public interface Schema {
    /**
     * Runs the change log {@code schema/changelog.sql} beside a class (Liquibase formatted SQL). To be called before
     * the concern's first query; calling it again does nothing.
     *
     * @param owner a class of the concern; its package is where the change log lies
     * @throws org.image2ai.api.PlatformException INTERNAL {@code schema_failed}
     */
    void migrate(Class<?> owner);
}
