/** Sign-in providers that speak OpenID Connect. */
package org.image2ai.identity.oidc;
