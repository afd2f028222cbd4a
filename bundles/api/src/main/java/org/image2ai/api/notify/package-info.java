/** Word to people and their programs: mail and webhooks. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.api.notify;
