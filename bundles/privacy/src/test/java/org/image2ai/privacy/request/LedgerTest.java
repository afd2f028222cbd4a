package org.image2ai.privacy.request;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class LedgerTest {
    private Bench bench;
    private Request request;

    @Before
    public void begin() {
        bench = new Bench();
        bench.roster.add("org.image2ai.library").hold(Bench.ADA, 3);
        request = bench.confirmedErasure();
        bench.work(request);
    }

    @After
    public void end() {
        bench.close();
    }

    private Optional<String> broken() {
        return bench.evidence.ledger().verify(request.id()).broken();
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = bench.unit.connection();
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    private String text(String column) throws SQLException {
        try (Connection connection = bench.unit.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + column + " FROM prv_event WHERE seq = 2")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    public void isWholeWhenNobodyTouchedIt() {
        assertEquals(Optional.empty(), broken());
    }

    @Test
    public void findsOneFlippedByteInAnyColumn() throws SQLException {
        for (String column : List.of("sealed", "about", "kind", "hash", "at_micros")) {
            String before = text(column);
            boolean number = column.equals("at_micros");
            String after = number
                    ? String.valueOf(Long.parseLong(before) ^ 1)
                    : before.isEmpty() ? "x" : (char) (before.charAt(0) ^ 1) + before.substring(1);
            String quote = number ? "" : "'";
            sql("UPDATE prv_event SET " + column + " = " + quote + after + quote + " WHERE seq = 2");
            assertTrue(column, broken().isPresent());
            sql("UPDATE prv_event SET " + column + " = " + quote + before + quote + " WHERE seq = 2");
            assertEquals(column, Optional.empty(), broken());
        }
    }

    @Test
    public void findsALinkThatWasTakenOutAndAnEndThatWasCutOff() throws SQLException {
        int links = bench.evidence.ledger().verify(request.id()).links();
        sql("DELETE FROM prv_event WHERE seq = " + links);
        assertEquals(Optional.of("it does not end at its head"), broken());
        sql("DELETE FROM prv_event WHERE seq = 2");
        assertEquals(Optional.of("link 2 is missing"), broken());
    }

    @Test
    public void keepsNoWordOfAPersonInTheDatabase() throws SQLException {
        Request correction = bench.ask(RequestType.CORRECTION, Map.of("attribute", "name", "value", "Xanthippe"));
        bench.work(correction);
        try (Connection connection = bench.unit.connection();
                Statement statement = connection.createStatement();
                ResultSet all = statement.executeQuery("SCRIPT")) {
            while (all.next()) {
                assertFalse(all.getString(1).contains("Xanthippe"));
            }
        }
        assertTrue(bench.evidence
                .ledger()
                .of(correction.id())
                .get(0)
                .details()
                .get(Scope.DETAIL)
                .contains("Xanthippe"));
    }

    @Test
    public void verifiesWhenTheKeyIsGone() throws Exception {
        assertTrue(bench.evidence.keys().destroy(request.id()));
        try (Stream<Path> files = Files.list(bench.folder.resolve("keys"))) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith("prq_")));
        }
        assertEquals(Map.of(), bench.evidence.ledger().of(request.id()).get(0).details());
        assertEquals(Optional.empty(), broken());
        bench.evidence.ledger().append(request.id(), EventKind.REMINDED);
        assertEquals("it goes on under a new key", Optional.empty(), broken());
    }
}
