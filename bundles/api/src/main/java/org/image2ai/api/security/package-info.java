/** Who calls and what they may: authentication, permissions, API keys, password hashes. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.image2ai.api.security;
