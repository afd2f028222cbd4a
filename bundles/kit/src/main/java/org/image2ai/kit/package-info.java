/** Identities, times, secrets and key files as the concerns keep them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.kit;
