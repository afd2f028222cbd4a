/** What REST resources get from the platform beside plain JAX-RS. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.api.rest;
