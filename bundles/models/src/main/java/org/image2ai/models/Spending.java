package org.image2ai.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each account cost today (UTC). It is kept in a small file, so that a restart does not give a second budget. */
final class Spending {
    private static final Logger LOG = LoggerFactory.getLogger(Spending.class);
    private static final String DAY = "day";

    private final Path file;
    private final Ticker ticker;
    private final Map<String, BigDecimal> spent = new HashMap<>();
    private LocalDate day;
    private boolean changed;

    Spending(Path file, Ticker ticker) {
        this.file = file;
        this.ticker = ticker;
        this.day = today();
        load();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(ticker.now(), ZoneOffset.UTC);
    }

    synchronized BigDecimal today(String account) {
        turn();
        return spent.getOrDefault(account, BigDecimal.ZERO);
    }

    synchronized void add(String account, BigDecimal cost) {
        turn();
        spent.merge(account, cost, BigDecimal::add);
        changed = true;
    }

    private void turn() {
        LocalDate now = today();
        if (!now.equals(day)) {
            day = now;
            spent.clear();
            changed = true;
        }
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        Properties saved = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            saved.load(in);
            if (day.toString().equals(saved.remove(DAY))) {
                saved.forEach((account, cost) -> spent.put((String) account, new BigDecimal((String) cost)));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read: the daily budgets begin anew.", file.getFileName(), e);
        }
    }

    /** Writes what changed; the file is whole at any time. */
    synchronized void save() {
        if (!changed) {
            return;
        }
        Properties saving = new Properties();
        saving.setProperty(DAY, day.toString());
        spent.forEach((account, cost) -> saving.setProperty(account, cost.toPlainString()));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(next)) {
                saving.store(out, "What accounts at vendors cost today");
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            changed = false;
        } catch (IOException e) {
            LOG.warn("{} cannot be written: after a restart the daily budgets begin anew.", file.getFileName(), e);
        }
    }
}
