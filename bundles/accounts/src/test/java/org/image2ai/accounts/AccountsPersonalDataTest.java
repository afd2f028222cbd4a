package org.image2ai.accounts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.junit.After;
import org.junit.Test;

public class AccountsPersonalDataTest {
    private final TestAccounts accounts = new TestAccounts();
    private final AccountsPersonalData privacy =
            new AccountsPersonalData(accounts.service, accounts.identities, accounts.sessions);
    private final Account ada = accounts.ada();

    @After
    public void close() {
        accounts.close();
    }

    private List<HeldItem> held(AccountId subject) {
        return privacy.locate(subject, "account", PageRequest.first(10)).items();
    }

    @Test
    public void findsTheAccountOfAPersonAndNobodyElses() {
        assertEquals(List.of(new HeldItem("account", ada.id().value(), ada.created())), held(ada.id()));
        assertTrue(held(new AccountId("acc_nobody")).isEmpty());
        assertThrows(PlatformException.class, () -> privacy.locate(ada.id(), "keys", PageRequest.first(10)));
    }

    @Test
    public void erasesAnAccountOnceAndFindsNothingAfterwards() {
        HeldItem item = held(ada.id()).get(0);
        AccountId other = new AccountId("acc_other");
        assertEquals(Outcome.notFound(), privacy.plan(other, item));
        assertEquals(Outcome.notFound(), privacy.erase(other, item));
        assertEquals(Outcome.erased(), privacy.plan(ada.id(), item));
        assertEquals(Outcome.erased(), privacy.erase(ada.id(), item));
        assertEquals(Outcome.notFound(), privacy.plan(ada.id(), item));
        assertEquals(Outcome.notFound(), privacy.erase(ada.id(), item));
        assertTrue(held(ada.id()).isEmpty());
        assertTrue(accounts.service.findByEmail(ada.email()).isEmpty());
    }

    @Test
    public void exportsWhatAnAccountHoldsAndNoPassword() {
        accounts.service.setPassword(ada.id(), "correct horse".toCharArray());
        Map<String, Object> data = new HashMap<>();
        privacy.export(ada.id(), held(ada.id()).get(0), new Collecting(data));
        assertEquals("Ada@example.org", data.get("email"));
        assertEquals("Ada", data.get("name"));
        assertEquals("1990-12-31", data.get("birthDate"));
        assertEquals("2026-01", data.get("policyVersion"));
        assertEquals(List.of("admin", "user"), data.get("roles"));
        assertFalse(data.containsValue("correct horse"));
    }

    @Test
    public void correctsAddressNameAndBirthDate() {
        assertEquals(1, privacy.rectify(ada.id(), "email", "lovelace@example.org"));
        assertEquals(1, privacy.rectify(ada.id(), "name", " Ada L. "));
        assertEquals(1, privacy.rectify(ada.id(), "birthDate", "1990-12-30"));
        Account corrected = accounts.service.findByEmail("Lovelace@Example.org").orElseThrow();
        assertEquals("Ada L.", corrected.name());
        assertEquals(LocalDate.of(1990, 12, 30), corrected.birthDate());
        assertTrue(accounts.service.findByEmail("ada@example.org").isEmpty());
    }

    @Test
    public void takesACorrectionOfOnlyTheCaseOfAnAddress() {
        assertEquals(1, privacy.rectify(ada.id(), "email", "ada@example.org"));
        assertEquals(
                "ada@example.org", accounts.service.find(ada.id()).orElseThrow().email());
    }

    @Test
    public void correctsNothingThatIsNotHeld() {
        assertEquals(0, privacy.rectify(ada.id(), "shoeSize", "38"));
        assertEquals(0, privacy.rectify(new AccountId("acc_nobody"), "name", "Nobody"));
    }

    @Test
    public void refusesCorrectionsThatANewAccountCouldNotHave() {
        accounts.service.create(
                new NewAccount("bob@example.org", "Bob", LocalDate.of(1980, 1, 1), Optional.empty(), Set.of()));
        assertEquals("email_taken", refused("email", "BOB@example.org"));
        assertEquals("invalid_email", refused("email", "ada"));
        assertEquals("invalid_name", refused("name", " "));
        assertEquals("invalid_birth_date", refused("birthDate", "31.12.1990"));
        assertEquals(
                "under_age", refused("birthDate", LocalDate.now().minusYears(5).toString()));
        assertEquals(ada, accounts.service.find(ada.id()).orElseThrow());
    }

    private String refused(String attribute, String value) {
        return assertThrows(PlatformException.class, () -> privacy.rectify(ada.id(), attribute, value))
                .code();
    }

    /** Keeps the data of one item; an account has no files. */
    private record Collecting(Map<String, Object> all) implements ExportSink {
        @Override
        public void data(Map<String, Object> data) {
            all.putAll(data);
        }

        @Override
        public void file(String name, String mediaType, InputStream content) {
            throw new AssertionError("an account has no file " + name);
        }

        @Override
        public void gap(String name, String reason) {
            throw new AssertionError("nothing of an account is missing: " + name);
        }
    }
}
