package org.image2ai.identity.oidc;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

/** One call's way to the provider, and what the provider says of itself. */
record Exchange(EgressSender http, OIDCProviderMetadata metadata) {}
