package org.image2ai.plugins;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.Test;

public class DeclaredTest {
    @Test
    public void tellsHostsRecipientsAndDataAndMindsNothingElse() throws Exception {
        String file = """
                {"bundle":"x","later":1,
                 "holdings":[{"name":"prompts","category":"dpv-pd:Prompt"}],
                 "recipients":[{"name":"Vendor Inc.","country":"US","hosts":["api.example.org","cdn.example.org"]}]}
                """;
        Declared declared = Declared.read(new ObjectMapper().readTree(file));
        assertEquals(List.of("api.example.org", "cdn.example.org"), declared.hosts());
        assertEquals(List.of("Vendor Inc. (US)"), declared.recipients());
        assertEquals(List.of("prompts: dpv-pd:Prompt"), declared.data());
    }
}
