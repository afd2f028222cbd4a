/** Reads what bundles declare of personal data. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.kit.privacy;
