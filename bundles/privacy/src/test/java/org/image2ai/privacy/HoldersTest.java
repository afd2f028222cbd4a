package org.image2ai.privacy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.tck.Calls;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

public class HoldersTest {
    private final Holders holders = new Holders();

    /** A participant that holds some items in pages of two. */
    private static class Fake implements PersonalDataParticipant {
        private final String bundle;
        private final int items;

        Fake(String bundle, int items) {
            this.bundle = bundle;
            this.items = items;
        }

        @Override
        public PrivacyDeclaration declaration() {
            return new PrivacyDeclaration(bundle, List.of(), List.of());
        }

        @Override
        public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
            int from = page.cursor().map(Integer::parseInt).orElse(0);
            int to = Math.min(items, from + 2);
            List<HeldItem> found = java.util.stream.IntStream.range(from, to)
                    .mapToObj(i -> new HeldItem(holding, "k" + i, Instant.EPOCH))
                    .toList();
            return new Page<>(found, to < items ? Optional.of(String.valueOf(to)) : Optional.empty());
        }

        @Override
        public void export(AccountId subject, HeldItem item, ExportSink sink) {}

        @Override
        public Outcome plan(AccountId subject, HeldItem item) {
            return Outcome.erased();
        }

        @Override
        public Outcome erase(AccountId subject, HeldItem item) {
            return Outcome.erased();
        }

        @Override
        public int rectify(AccountId subject, String attribute, String value) {
            return 0;
        }

        @Override
        public int sweep(String holding, Instant now, boolean dryRun, int limit) {
            return 0;
        }
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<PersonalDataParticipant> of(String bundle) {
        ClassLoader loader = HoldersTest.class.getClassLoader();
        Object owner = Proxy.newProxyInstance(loader, new Class<?>[] {Bundle.class}, (p, method, args) -> bundle);
        return (ServiceReference<PersonalDataParticipant>) Proxy.newProxyInstance(
                loader, new Class<?>[] {ServiceReference.class}, (proxy, method, args) -> switch (method.getName()) {
                    case "getBundle" -> owner;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == args[0];
                    default -> null;
                });
    }

    @Test
    public void knowsWhoIsThereAndForgetsWhoGoes() {
        ServiceReference<PersonalDataParticipant> reference = of("org.b");
        holders.addParticipant(reference, new Fake("org.b", 0));
        holders.addParticipant(of("org.a"), new Fake("org.a", 0));
        assertEquals(
                List.of("org.a", "org.b"),
                holders.all().stream().map(h -> h.declaration().bundle()).toList());
        holders.removeParticipant(reference);
        assertEquals(1, holders.all().size());
    }

    @Test
    public void refusesWhoSpeaksForAnotherOrCannotSpeak() {
        holders.addParticipant(of("org.liar"), new Fake("org.library", 0));
        holders.addParticipant(of("org.broken"), new Fake("org.broken", 0) {
            @Override
            public PrivacyDeclaration declaration() {
                throw new IllegalStateException("no");
            }
        });
        assertTrue(holders.all().isEmpty());
    }

    @Test
    public void countsEveryPageAndNeverTakesAFailureForNothing() {
        assertEquals("5", Count.of(new Fake("org.a", 5), Calls.ALICE, "h"));
        assertEquals(
                "FAILED: the table is gone",
                Count.of(
                        new Fake("org.a", 5) {
                            @Override
                            public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
                                throw new IllegalStateException("the table is gone");
                            }
                        },
                        Calls.ALICE,
                        "h"));
        assertEquals(
                "FAILED: its pages go round in a circle",
                Count.of(
                        new Fake("org.a", 5) {
                            @Override
                            public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
                                return new Page<>(List.of(), Optional.of("0"));
                            }
                        },
                        Calls.ALICE,
                        "h"));
    }
}
