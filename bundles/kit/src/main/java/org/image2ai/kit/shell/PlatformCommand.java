package org.image2ai.kit.shell;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.Row;
import org.apache.karaf.shell.support.table.ShellTable;
import org.image2ai.api.PlatformException;

/** A shell command: a table for people, {@code --json} for scripts, one clear line for an error. */
public abstract class PlatformCommand implements Action {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    @Option(name = "--json", description = "Print JSON, for scripts")
    private boolean json;

    @Reference
    private Session session;

    /** Does the work and returns what is to be printed: a record, or a list of records. */
    protected abstract Object run();

    /** Prints the result for people. */
    protected abstract void print(Object result, PrintStream out);

    @Override
    public final Object execute() throws JsonProcessingException {
        try {
            Object result = run();
            if (json) {
                session.getConsole().println(JSON.writeValueAsString(result));
            } else {
                print(result, session.getConsole());
            }
            return null;
        } catch (PlatformException e) {
            throw new CommandFailure(e.getMessage() + " (" + e.code() + ")");
        }
    }

    /** Prints rows under headers; says so when there are none. */
    protected static void table(PrintStream out, List<String> headers, List<? extends List<?>> rows) {
        ShellTable table = new ShellTable().emptyTableText("(none)");
        headers.forEach(table::column);
        for (List<?> cells : rows) {
            Row row = table.addRow();
            row.addContent(cells.toArray());
        }
        table.print(out);
    }

    /** Ends a command with a message and no stack. */
    private static final class CommandFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommandFailure(String message) {
            super(message, null, false, false);
        }
    }
}
