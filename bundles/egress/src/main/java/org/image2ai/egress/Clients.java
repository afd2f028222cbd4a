package org.image2ai.egress;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;

/** The HTTP client, without all that it would do by itself: redirects, retries, cookies, logins, system proxies. */
final class Clients {
    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_HEADERS = 200;
    private static final long LIFE_SECONDS = 60;
    private static final long STALE_MILLIS = 200;

    private Clients() {}

    static CloseableHttpClient of(DnsResolver dns, EgressConfig config, HttpHost proxy) {
        Duration connect = Duration.ofMillis(config.connectTimeoutMillis());
        Duration idle = Duration.ofMillis(config.idleTimeoutMillis());
        return HttpClients.custom()
                .setConnectionManager(pool(dns, config.maxConnections(), connect, idle))
                .setProxy(proxy)
                .setUserAgent("Image2AI")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                // A connection is used again on the way that made it only: see HttpExchanges.
                .setUserTokenHandler((route, context) -> null)
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.ofSeconds(LIFE_SECONDS / 2))
                .build();
    }

    private static PoolingHttpClientConnectionManager pool(
            DnsResolver dns, int connections, Duration connect, Duration idle) {
        Http1Config http = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http)
                        .build())
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(Math.max(2, connections / 4))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect.toMillis(), TimeUnit.MILLISECONDS)
                        .setSocketTimeout((int) idle.toMillis(), TimeUnit.MILLISECONDS)
                        // A connection lives shortly, so that a name is looked up and checked again soon.
                        .setTimeToLive(LIFE_SECONDS, TimeUnit.SECONDS)
                        .setValidateAfterInactivity(STALE_MILLIS, TimeUnit.MILLISECONDS)
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(connect.toMillis(), TimeUnit.MILLISECONDS)
                        .build())
                .build();
    }
}
