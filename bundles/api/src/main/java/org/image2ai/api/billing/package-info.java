/** Credits: held before they are spent, settled with the job, released when it fails. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.api.billing;
