/** Bytes: what a storage vendor's plugin implements, and the one blob service that everyone else uses. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.api.storage;
