/** The pictures of a person: uploads and results, with their lineage. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.api.library;
