package org.image2ai.tck.vendor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.VendorProfile;
import org.image2ai.tck.model.ImageModelProviderContract;
import org.image2ai.tck.model.RecordingRenderSession;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/**
 * What every {@link ImageModelProvider} of a vendor must do beside, against recorded exchanges. A test has these files
 * in {@code src/test/resources/recorded}: {@code success} (or others, see {@link #recordings}) for the samples, and one
 * for each of {@link Failure}, made by hand from the vendor's reference, each for the first sample.
 */
public abstract class VendorProviderContract extends ImageModelProviderContract {
    /** The key of the account in every test. */
    protected static final String KEY = "key-of-the-test-account";

    /** How a vendor fails, the name of its recorded file being {@code error-} and its name in lower case with hyphens. */
    protected enum Failure {
        /** It says that the request is wrong. */
        INVALID,
        /** Its safety system says no. */
        SAFETY,
        /** Too much at once; its answer says for how long. */
        RATE_LIMIT,
        /** No credit is left. */
        QUOTA,
        /** It does not know the key. */
        AUTH,
        /** It is down. */
        UNAVAILABLE,
        /** The model or the task is not there any more. */
        GONE,
        /** A proxy's page of HTML comes, with status 200. */
        HTML,
        /** The answer breaks off within the picture. */
        TRUNCATED,
        /** The connection is closed without an answer. */
        CLOSED,
        /** It sends us to an address inside our own network. */
        REDIRECT,
        /** Nothing comes. */
        SLOW
    }

    @Rule
    public final RecordedHttp vendor = new RecordedHttp(getClass());

    @Before
    public void playSuccesses() {
        vendor.play(recordings());
    }

    /** The provider of an account. */
    protected abstract ImageModelProvider provider(AccountSettings settings, Egress egress);

    /** What holds where the account says nothing. */
    protected abstract VendorProfile profile();

    /** What follows the host in the base URL: {@code /v1}. */
    protected String basePath() {
        return "";
    }

    /** Further keys of the account. */
    protected Map<String, Object> more() {
        return Map.of();
    }

    /** The files for the samples. */
    protected String[] recordings() {
        return new String[] {"success"};
    }

    /** The failures that this vendor does not have. */
    protected Set<Failure> impossible() {
        return Set.of();
    }

    /** Whether its answers have an id of the call. */
    protected boolean namesItsCalls() {
        return true;
    }

    @Override
    protected final ImageModelProvider provider() {
        return provider(Map.of());
    }

    /** The provider of an account with some keys changed. */
    protected final ImageModelProvider provider(Map<String, Object> changed) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "service.pid",
                "test~main",
                "apiKey",
                KEY,
                "baseUrl",
                vendor.baseUrl() + basePath(),
                "egress.allowPrivate",
                "true",
                "timeoutSeconds",
                "30"));
        all.putAll(more());
        all.putAll(changed);
        return provider(AccountSettings.of(all, profile()), vendor.egress());
    }

    @Test
    public void theReadmeShowsEveryKeyOfTheConfiguration() throws IOException {
        VendorBundle.assertReadme();
    }

    @Test
    public void theBundleDeclaresToWhomItSends() throws IOException {
        VendorBundle.assertDeclaration();
    }

    @Test
    public void theReceiptHasTheVendorsOwnIdOfTheCall() {
        Assume.assumeTrue(namesItsCalls());
        for (RenderRequest request : samples()) {
            RenderResult result = provider().render(request, new RecordingRenderSession());
            assertFalse(result.vendorRequestId().orElse("").isBlank());
        }
    }

    @Test
    public void whatTheVendorRefusesIsInvalid() {
        assertFails(Failure.INVALID, ErrorType.INVALID, "vendor_refused_request", false);
    }

    @Test
    public void aSafetyRefusalIsTold() {
        assertFails(Failure.SAFETY, ErrorType.DENIED, "content_refused", false);
    }

    @Test
    public void aRateLimitTellsHowLongToWait() {
        PlatformException e = assertFails(Failure.RATE_LIMIT, ErrorType.EXHAUSTED, "rate_limited", true);
        assertTrue(e == null || e.retryAfter().isPresent());
    }

    @Test
    public void anAccountWithoutCreditIsNotTriedAgain() {
        assertFails(Failure.QUOTA, ErrorType.EXHAUSTED, "vendor_quota", false);
    }

    @Test
    public void aKeyThatIsNotAcceptedIsTheOperatorsMatter() {
        assertFails(Failure.AUTH, ErrorType.UPSTREAM, "vendor_auth", false);
    }

    @Test
    public void aVendorThatIsDownMayComeBack() {
        assertFails(Failure.UNAVAILABLE, ErrorType.UPSTREAM, "vendor_unavailable", true);
    }

    @Test
    public void whatTheVendorHasNoMoreIsGone() {
        assertFails(Failure.GONE, ErrorType.UPSTREAM, "vendor_gone", false);
    }

    @Test
    public void aPageInsteadOfAnAnswerIsAFailure() {
        assertFails(Failure.HTML, ErrorType.UPSTREAM, "vendor_unavailable", true);
    }

    @Test
    public void anAnswerThatBreaksOffLeavesNothing() {
        assertFails(Failure.TRUNCATED, ErrorType.UPSTREAM, "vendor_unavailable", true);
    }

    @Test
    public void aConnectionThatIsClosedIsAFailure() {
        assertFails(Failure.CLOSED, ErrorType.UPSTREAM, "vendor_unavailable", true);
    }

    @Test
    public void aRedirectIntoOurNetworkIsNotFollowed() {
        Assume.assumeFalse(impossible().contains(Failure.REDIRECT));
        PlatformException e = failure(Failure.REDIRECT, Map.of());
        assertEquals(ErrorType.UPSTREAM, e.type());
        assertTrue(
                e.code(), List.of("vendor_unavailable", "vendor_host_refused").contains(e.code()));
    }

    @Test
    public void aVendorThatIsTooSlowIsGivenUp() {
        Assume.assumeFalse(impossible().contains(Failure.SLOW));
        PlatformException e = failure(Failure.SLOW, Map.of("timeoutSeconds", "1"));
        assertEquals("vendor_unavailable", e.code());
        assertTrue(e.retryable());
    }

    @Test
    public void endsSoonWhenInterruptedWhileTheVendorIsSilent() throws Exception {
        Assume.assumeFalse(impossible().contains(Failure.SLOW));
        play(Failure.SLOW);
        RecordingRenderSession session = new RecordingRenderSession();
        CompletableFuture<PlatformException> ended = new CompletableFuture<>();
        ImageModelProvider provider = provider();
        RenderRequest request = samples().get(0);
        Thread thread = new Thread(() -> {
            try {
                provider.render(request, session);
                ended.complete(null);
            } catch (PlatformException e) {
                ended.complete(e);
            } catch (RuntimeException | Error e) {
                ended.completeExceptionally(e);
            }
        });
        thread.start();
        vendor.awaitRequest();
        session.cancel();
        thread.interrupt();
        PlatformException e = ended.get(10, TimeUnit.SECONDS);
        assertTrue("it was not cancelled but " + e, e != null && e.code().equals("cancelled"));
    }

    private PlatformException assertFails(Failure failure, ErrorType type, String code, boolean retryable) {
        if (impossible().contains(failure)) {
            return null;
        }
        PlatformException e = failure(failure, Map.of());
        assertEquals(e.toString(), type, e.type());
        assertEquals(code, e.code());
        assertEquals(e.toString(), retryable, e.retryable());
        boolean answered = e.details().containsKey("vendorStatus");
        if (namesItsCalls() && answered) {
            assertTrue("the failure has no id of the call", e.details().containsKey("vendorRequestId"));
        }
        return e;
    }

    private PlatformException failure(Failure failure, Map<String, Object> changed) {
        play(failure);
        RecordingRenderSession session = new RecordingRenderSession();
        RenderRequest request = samples().get(0);
        ImageModelProvider provider = provider(changed);
        PlatformException e =
                assertThrows(failure.name(), PlatformException.class, () -> provider.render(request, session));
        assertTrue(failure + " left pictures", session.outputs().isEmpty());
        String told = e.getMessage() + e.details();
        assertFalse("the key is told", told.contains(KEY));
        request.prompt().ifPresent(words -> assertFalse("the prompt is told", told.contains(words)));
        return e;
    }

    private void play(Failure failure) {
        vendor.play("error-" + failure.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
