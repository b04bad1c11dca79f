package dev.earshot.local.signin;

import java.net.InetAddress;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.http.Ssl;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * In place of the servers that mock-oauth2-server brings: ours hands it each request, so this one has nothing to start.
 *
 * @param base the address of ours, without a slash at its end
 */
record NoServer(String base) implements OAuth2HttpServer {

    @Override
    public OAuth2HttpServer start(Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        return this;
    }

    @Override
    public OAuth2HttpServer start(int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        return this;
    }

    @Override
    public OAuth2HttpServer start(
            InetAddress address, int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        return this;
    }

    @Override
    public OAuth2HttpServer stop() {
        return this;
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public int port() {
        return HttpUrl.get(base).port();
    }

    @Override
    public HttpUrl url(String path) {
        return HttpUrl.get(base + "/" + path);
    }

    @Override
    public @Nullable Ssl sslConfig() {
        return null;
    }
}
