package org.image2ai.privacy.request;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class RequestsTest {
    private Bench bench;
    private FakeHolder library;
    private FakeHolder accounts;
    private final List<String> decided = new ArrayList<>();

    @Before
    public void begin() {
        bench = new Bench();
        library = bench.roster.add("org.image2ai.library");
        accounts = bench.roster.add("org.image2ai.accounts");
    }

    @After
    public void end() {
        bench.close();
    }

    private Decisions decisions() {
        return new Decisions() {
            @Override
            public void restrict(AccountId account, boolean restricted, String source) {
                decided.add("restricted " + restricted);
            }

            @Override
            public void object(AccountId account, Objection objection, String source) {
                decided.add("objects " + objection.purposes() + objection.recipients() + objection.thirdParties());
            }

            @Override
            public void withdrawConsent(AccountId account, Purpose purpose, String source) {
                decided.add("withdraws " + purpose);
            }
        };
    }

    @Test
    public void correctsAtEveryHolder() {
        Request request = bench.ask(RequestType.CORRECTION, Map.of("attribute", "name", "value", "Grace"));
        assertEquals(RequestState.COMPLETE, bench.state(request));
        assertEquals(List.of("name=Grace"), library.corrected);
        assertEquals(List.of("name=Grace"), accounts.corrected);
        assertEquals(
                List.of("RECTIFIED 1", "RECTIFIED 1"),
                bench.view(request).outcomes().stream()
                        .flatMap(one -> one.items().stream())
                        .map(line -> line.status() + " " + line.items())
                        .toList());
    }

    @Test
    public void aCorrectionIsBlockedWhileAHolderIsAway() {
        bench.roster.absent.add("org.image2ai.library");
        Request request = bench.ask(RequestType.CORRECTION, Map.of("attribute", "name", "value", "Grace"));
        assertEquals(RequestState.BLOCKED, bench.state(request));
        bench.roster.absent.clear();
        bench.wait(Duration.ofMinutes(1));
        bench.work(request);
        assertEquals(RequestState.COMPLETE, bench.state(request));
        assertEquals("nobody is asked twice", 1, accounts.corrected.size());
    }

    @Test
    public void writesChoicesDownWhereThoseWhoProcessLook() {
        Request early = bench.ask(RequestType.RESTRICTION, Map.of());
        assertEquals(RequestState.BLOCKED, bench.state(early));
        bench.others.decisions = decisions();
        bench.wait(Duration.ofMinutes(1));
        bench.work(early);
        assertEquals(RequestState.COMPLETE, bench.state(early));
        bench.ask(RequestType.OBJECTION, Map.of("purposes", List.of("analytics"), "recipients", List.of("OpenAI")));
        bench.ask(RequestType.CONSENT_WITHDRAWAL, Map.of("purpose", "improvement"));
        assertEquals(List.of("restricted true", "objects [ANALYTICS][openai]false", "withdraws IMPROVEMENT"), decided);
    }

    @Test
    public void stopSaleIsARecord() {
        Request request = bench.ask(RequestType.STOP_SALE, Map.of());
        assertEquals(RequestState.COMPLETE, bench.state(request));
    }

    @Test
    public void refusesAScopeThatSaysTooLittle() {
        for (RequestType type : Set.of(
                RequestType.CORRECTION, RequestType.OBJECTION, RequestType.CONSENT_WITHDRAWAL, RequestType.APPEAL)) {
            PlatformException e = assertThrows(PlatformException.class, () -> bench.ask(type, Map.of()));
            assertEquals("invalid_scope", e.code());
        }
    }

    @Test
    public void anErasureThatGoesOnIsNotBegunTwice() {
        Request first = bench.ask(RequestType.ERASURE, Map.of());
        assertEquals(first.id(), bench.ask(RequestType.ERASURE, Map.of()).id());
    }

    @Test
    public void whoIsNotCertainlyKnownMustShowItFirst() {
        Request request = bench.requests.create(new PrivacyRequests.Ask(
                Bench.ADA,
                RequestType.CORRECTION,
                Optional.empty(),
                Map.of("attribute", "name", "value", "Eve"),
                "ada",
                false));
        assertEquals(RequestState.VERIFYING, bench.state(request));
        assertEquals(List.of(), accounts.corrected);
        bench.requests.confirm(request.id(), Optional.empty(), "ada");
        assertEquals(RequestState.COMPLETE, bench.state(request));
        bench.requests.confirm(request.id(), Optional.empty(), "ada");
        assertEquals("a yes twice is a yes", 1, accounts.corrected.size());
    }

    @Test
    public void anotherPersonsRequestIsNotThere() {
        Request request = bench.ask(RequestType.STOP_SALE, Map.of());
        PlatformException e = assertThrows(
                PlatformException.class, () -> bench.requests.mine(new AccountId("acc_eve"), request.id()));
        assertEquals("request_not_found", e.code());
    }

    @Test
    public void anAppealIsDecidedByAPerson() {
        Request first = bench.ask(RequestType.ERASURE, Map.of());
        bench.officers.refuse(first.id(), "not who you say", "officer");
        assertEquals(RequestState.REFUSED, bench.state(first));
        Request appeal = bench.ask(RequestType.APPEAL, Map.of("request", first.id(), "reason", "I am"));
        assertEquals(Optional.of(first.id()), appeal.about());
        assertEquals(RequestState.RECEIVED, bench.state(appeal));
        bench.officers.decide(appeal.id(), "granted; ask again", "officer");
        assertEquals(RequestState.COMPLETE, bench.state(appeal));
        assertEquals(List.of("admin:privacy:refuse", "admin:privacy:decide"), bench.audit.actions());
    }

    @Test
    public void extendsOnceWithAReason() {
        Request request = bench.ask(RequestType.ERASURE, Map.of());
        assertThrows(PlatformException.class, () -> bench.officers.extend(request.id(), " ", "officer"));
        bench.officers.extend(request.id(), "many systems", "officer");
        Request extended = bench.evidence.rows().require(request.id());
        assertEquals(Law.GDPR.extended(request.received()), extended.due());
        assertThrows(PlatformException.class, () -> bench.officers.extend(request.id(), "more", "officer"));
    }

    @Test
    public void remindsOnceBeforeTheDeadlineAndOnceAfter() {
        bench.config.put("officerMail", "officer@example.org");
        bench.build();
        Request request = bench.ask(RequestType.ERASURE, Map.of());
        bench.worker.look();
        assertEquals(0, bench.mails.size());
        bench.wait(Duration.ofDays(26));
        bench.worker.look();
        bench.worker.look();
        assertEquals(1, bench.mails.size());
        bench.wait(Duration.ofDays(32));
        bench.worker.look();
        bench.worker.look();
        assertEquals(2, bench.mails.size());
        assertEquals("overdue", bench.mails.get(1).values().get("what"));
        assertTrue(bench.view(request).overdue());
        assertEquals(List.of("admin:privacy:reminder", "admin:privacy:overdue"), bench.audit.actions());
    }

    private List<String> alarms(Duration ahead) {
        Instant then = bench.evidence.settings().now().plus(ahead);
        return bench.evidence.rows().due("request.alarms", then, 10);
    }

    @Test
    public void whatIsOverdueIsAMeasureAndANoticeUntilItIsOver() {
        Request request = bench.ask(RequestType.ERASURE, Map.of());
        SimpleMeterRegistry measures = new SimpleMeterRegistry();
        Overdue overdue = new Overdue(bench.evidence);
        overdue.bindRegistry(measures);
        bench.wait(Duration.ofDays(32));
        bench.worker.look();
        overdue.look();
        assertEquals(Optional.of("1 privacy request is overdue"), overdue.notice());
        assertEquals(1, measures.get("image2ai.privacy.overdue").gauge().value(), 0);
        assertEquals("told once a day", List.of(), alarms(Duration.ofHours(23)));
        assertEquals(List.of(request.id()), alarms(Duration.ofHours(25)));
        bench.wait(Duration.ofDays(34));
        bench.officers.refuse(request.id(), "nobody came", "officer");
        overdue.look();
        assertEquals(Optional.empty(), overdue.notice());
        bench.worker.look();
        assertEquals(List.of(), alarms(Duration.ofDays(100)));
        overdue.unbindRegistry(measures);
        overdue.stop();
        assertTrue(measures.getMeters().isEmpty());
    }

    @Test
    public void saysNothingOfWhetherAnAddressIsKnown() {
        Intake intake = new Intake(bench.requests, bench.evidence.settings(), Runnable::run);
        intake.take("nobody@example.org", RequestType.ACCESS, Optional.empty(), "192.0.2.1");
        assertEquals(0, bench.mails.size());
        intake.take("ada@example.org", RequestType.ERASURE, Optional.empty(), "192.0.2.1");
        assertEquals("privacy-ask", bench.mails.get(0).template());
        for (int i = 0; i < 2; i++) {
            intake.take("nobody@example.org", RequestType.ACCESS, Optional.empty(), "192.0.2.1");
        }
        PlatformException e = assertThrows(
                PlatformException.class,
                () -> intake.take("Nobody@example.org", RequestType.ACCESS, Optional.empty(), "192.0.2.1"));
        assertEquals("rate_limited", e.code());
    }

    @Test
    public void aLinkProvesTheAddressAndThenSaysYesToThePlan() {
        library.hold(Bench.ADA, 2);
        Intake intake = new Intake(bench.requests, bench.evidence.settings(), Runnable::run);
        intake.take("ada@example.org", RequestType.ERASURE, Optional.empty(), "192.0.2.1");
        Request request = bench.requests.linked(token(0));
        assertEquals(RequestState.VERIFYING, bench.state(request));
        bench.requests.confirm(request.id(), Optional.empty(), "mail");
        assertEquals(RequestState.PLANNED, bench.state(request));
        assertEquals(2, library.things.size());
        String next =
                bench.requests.confirm(request.id(), Optional.empty(), "mail").orElseThrow();
        bench.work(request);
        assertEquals(RequestState.COMPLETE, bench.state(request));
        assertEquals(request.id(), bench.requests.linked(next).id());
        assertEquals(
                "the mail of the beginning", "privacy-begun", bench.mails.get(1).template());
        assertEquals(next, token(1));
        bench.wait(Duration.ofDays(91));
        assertThrows(PlatformException.class, () -> bench.requests.linked(next));
    }

    private String token(int mail) {
        String link = bench.mails.get(mail).values().get("link");
        return link.replaceAll(".*/links/", "").replace("/page", "");
    }
}
