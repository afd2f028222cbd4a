package org.image2ai.passkeys;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Declarations;
import org.image2ai.tck.passkey.SoftAuthenticator;
import org.junit.After;
import org.junit.Test;

public class PasskeysPersonalDataTest {
    private final TestPasskeys passkeys = new TestPasskeys();
    private final AccountId ada = passkeys.people.ada.id();
    private final PasskeysPersonalData participant = new PasskeysPersonalData(passkeys.store, passkeys.challenges);

    @After
    public void close() {
        passkeys.close();
    }

    private List<HeldItem> items(String holding) {
        return participant.locate(ada, holding, PageRequest.first(10)).items();
    }

    @Test
    public void findsCopiesAndErasesWhatIsDeclared() throws IOException {
        PrivacyDeclaration declared =
                Declarations.parse(Files.readAllBytes(Path.of("src/main/resources", PrivacyDeclaration.FILE)));
        SoftAuthenticator device = passkeys.device(passkeys.people.ada);
        passkeys.device(passkeys.people.bob);
        passkeys.in(device);
        passkeys.registration.begin(ada);
        List<Map<String, Object>> copies = new ArrayList<>();
        declared.holdings().forEach(holding -> items(holding.name()).forEach(item -> {
            participant.export(ada, item, new Copies(copies));
            assertEquals(Outcome.erased(), participant.plan(ada, item));
            assertEquals(Outcome.erased(), participant.erase(ada, item));
            assertEquals(Outcome.notFound(), participant.erase(ada, item));
        }));
        assertEquals(Set.of("id", "name", "created", "lastUsed"), copies.get(0).keySet());
        assertEquals(Set.of("created"), copies.get(1).keySet());
        assertEquals(2, copies.size());
        declared.holdings().forEach(holding -> assertEquals(List.of(), items(holding.name())));
        assertEquals(1, passkeys.store.list(passkeys.people.bob.id()).size());
        passkeys.clock.pass(Challenges.LIFE);
        assertEquals("challenges of the account", 0, passkeys.challenges.sweep());
        assertThrows(PlatformException.class, () -> items("other"));
    }

    private record Copies(List<Map<String, Object>> all) implements ExportSink {
        @Override
        public void data(Map<String, Object> data) {
            all.add(data);
        }

        @Override
        public void file(String name, String mediaType, InputStream content) {
            throw new AssertionError("a passkey has no files");
        }

        @Override
        public void gap(String name, String reason) {
            throw new AssertionError("nothing is missing");
        }
    }
}
