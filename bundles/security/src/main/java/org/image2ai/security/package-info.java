/** Who calls and what they may: API keys, password hashes, roles, and the Shiro realms that bring them together. */
package org.image2ai.security;
