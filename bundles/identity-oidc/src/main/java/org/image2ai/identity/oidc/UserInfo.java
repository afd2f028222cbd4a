package org.image2ai.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import org.image2ai.api.identity.VerifiedIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the provider's userinfo endpoint for the address that an ID token does not tell. */
final class UserInfo {
    private static final Logger LOG = LoggerFactory.getLogger(UserInfo.class);

    private final OidcSettings settings;

    UserInfo(OidcSettings settings) {
        this.settings = settings;
    }

    VerifiedIdentity complete(VerifiedIdentity known, OIDCTokens tokens, Exchange exchange) {
        URI endpoint = exchange.metadata().getUserInfoEndpointURI();
        if (known.email().isPresent() || endpoint == null || !settings.scope().contains("email")) {
            return known;
        }
        VerifiedIdentity told = Person.of(known.issuer(), claims(endpoint, tokens, exchange))
                .filter(person -> person.subject().equals(known.subject()))
                .orElseThrow(() -> Outcomes.refused(settings, "the provider speaks of somebody else"));
        return new VerifiedIdentity(
                known.issuer(),
                known.subject(),
                told.email(),
                told.emailVerified(),
                known.name().or(told::name));
    }

    private JWTClaimsSet claims(URI endpoint, OIDCTokens tokens, Exchange exchange) {
        HTTPResponse answer =
                exchange.http().send(new UserInfoRequest(endpoint, tokens.getAccessToken()).toHTTPRequest());
        try {
            UserInfoResponse response = UserInfoResponse.parse(answer);
            if (response.indicatesSuccess() && response.toSuccessResponse().getUserInfo() != null) {
                return response.toSuccessResponse().getUserInfo().toJWTClaimsSet();
            }
        } catch (ParseException | RuntimeException e) {
            LOG.debug("{}: a userinfo answer cannot be read: {}", settings.id(), e.getClass());
        }
        // The exception is no cause here: its message may repeat personal data.
        throw Outcomes.unavailable(settings, "the answer of its userinfo endpoint cannot be read", true);
    }
}
