/** Image models: what an AI vendor's plugin implements, and the catalogue and router that the platform offers. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.api.model;
