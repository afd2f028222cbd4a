package org.image2ai.plugins;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.image2ai.kit.privacy.Declarations;
import org.junit.Test;

public class DeclaredTest {
    @Test
    public void tellsHostsRecipientsAndData() {
        String file = """
                {"bundle":"x",
                 "holdings":[{"name":"prompts","category":"dpv-pd:Prompt","purposes":["SERVICE"],
                   "legalBasis":"dpv:Contract","location":["x_prompt"],"subjectKey":"owner",
                   "retention":{"active":"account","closed":"P0D"},"atErasure":"ERASE"}],
                 "recipients":[{"name":"Vendor Inc.","country":"US","hosts":["api.example.org","cdn.example.org"],
                   "safeguard":"","erasure":"EXPIRY","policyUrl":"","purposes":["SERVICE"],"retention":"P30D"}]}
                """;
        Declared declared = Declared.of(Declarations.parse(file.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("api.example.org", "cdn.example.org"), declared.hosts());
        assertEquals(List.of("Vendor Inc. (US)"), declared.recipients());
        assertEquals(List.of("prompts: dpv-pd:Prompt"), declared.data());
    }
}
