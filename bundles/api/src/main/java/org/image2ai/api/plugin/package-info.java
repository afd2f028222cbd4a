/** Bundles that are put in, replaced and removed while the server works. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.api.plugin;
