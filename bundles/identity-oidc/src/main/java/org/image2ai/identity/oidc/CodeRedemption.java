package org.image2ai.identity.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a code into tokens. A malformed answer may hold tokens: it is neither repeated nor kept as a cause. */
final class CodeRedemption {
    private static final Logger LOG = LoggerFactory.getLogger(CodeRedemption.class);
    /** What the provider says when our own registration there is at fault, and nobody can sign in. */
    private static final Set<String> OUR_FAULT = Set.of(
            OAuth2Error.INVALID_CLIENT.getCode(),
            OAuth2Error.UNAUTHORIZED_CLIENT.getCode(),
            OAuth2Error.UNSUPPORTED_GRANT_TYPE.getCode());

    private final OidcSettings settings;

    CodeRedemption(OidcSettings settings) {
        this.settings = settings;
    }

    OIDCTokens redeem(AuthorizationCode code, URI redirect, AttemptSecret secret, Exchange exchange) {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, redirect, secret.verifier());
        TokenResponse response =
                parsed(exchange.http().send(request(exchange.metadata(), grant).toHTTPRequest()));
        if (!response.indicatesSuccess()) {
            throw failed(response.toErrorResponse().getErrorObject());
        }
        OIDCTokens tokens = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
        if (tokens.getIDToken() == null) {
            throw Outcomes.refused(settings, "the provider gave no ID token");
        }
        return tokens;
    }

    private TokenResponse parsed(HTTPResponse answer) {
        try {
            return OIDCTokenResponseParser.parse(answer);
        } catch (ParseException | RuntimeException e) {
            throw Outcomes.unavailable(settings, "the answer of its token endpoint cannot be read", true);
        }
    }

    private TokenRequest request(OIDCProviderMetadata metadata, AuthorizationCodeGrant grant) {
        URI endpoint = metadata.getTokenEndpointURI();
        if (settings.secret().isEmpty()) {
            return new TokenRequest.Builder(endpoint, settings.client(), grant).build();
        }
        Secret secret = settings.secret().get();
        List<ClientAuthenticationMethod> offered = metadata.getTokenEndpointAuthMethods();
        if (offered == null || offered.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)) {
            return new TokenRequest.Builder(endpoint, new ClientSecretBasic(settings.client(), secret), grant).build();
        }
        if (offered.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)) {
            return new TokenRequest.Builder(endpoint, new ClientSecretPost(settings.client(), secret), grant).build();
        }
        throw Outcomes.unavailable(settings, "its token endpoint takes no client secret", false);
    }

    private PlatformException failed(ErrorObject error) {
        if (error.getCode() != null && OUR_FAULT.contains(error.getCode())) {
            LOG.warn("The sign-in provider {} does not accept our clientId and clientSecret.", settings.id());
            return Outcomes.unavailable(settings, "it does not accept our client", false);
        }
        return error.getCode() == null
                ? Outcomes.unavailable(settings, "its token endpoint gives no answer of OAuth", true)
                : Outcomes.refused(settings, "the provider did not accept the code");
    }
}
