package org.image2ai.accounts;

import java.lang.annotation.Annotation;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.security.PasswordHasher;
import org.image2ai.api.security.Roles;
import org.image2ai.tck.jpa.TestUnit;

/** The accounts on a database in memory, with roles {@code user} and {@code admin} and no cost of hashes. */
final class TestAccounts implements AutoCloseable {
    static final Roles ROLES = () -> Map.of("user", Set.of("job:*"), "admin", Set.of("*"));

    final AccountService service;

    private final TestUnit unit = new TestUnit("accounts-test");

    TestAccounts() {
        service = new AccountService(new Defaults(), unit::migrate, unit, unit, new PlainText(), ROLES);
    }

    Account ada() {
        return service.create(new NewAccount(
                "Ada@example.org", "Ada", LocalDate.of(1990, 12, 31), Optional.empty(), Set.of("user", "admin")));
    }

    @Override
    public void close() {
        unit.close();
    }

    private static final class Defaults implements AccountsConfig {
        @Override
        public String policyVersion() {
            return "2026-01";
        }

        @Override
        public String adminEmail() {
            return "admin@localhost";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return AccountsConfig.class;
        }
    }

    private static final class PlainText implements PasswordHasher {
        @Override
        public String hash(char[] password) {
            return new String(password);
        }

        @Override
        public boolean matches(char[] password, String hash) {
            return hash.equals(new String(password));
        }
    }
}
