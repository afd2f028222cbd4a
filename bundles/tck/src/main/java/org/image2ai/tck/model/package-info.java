/** The contract of image model providers, and fakes of both sides. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.tck.model;
