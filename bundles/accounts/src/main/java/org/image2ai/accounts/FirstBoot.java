package org.image2ai.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.security.ApiKeys;
import org.image2ai.api.security.NewApiKey;
import org.image2ai.kit.OwnerOnlyFile;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first admin, with a random password and API key, and the first user of the shell. It is done when the file
 * of credentials is there, which is written last and at once: a boot that was killed before is done again. Then, and
 * not before, it registers itself as a service, by which readiness is known.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.image2ai.accounts")
public final class FirstBoot {
    private static final Logger LOG = LoggerFactory.getLogger(FirstBoot.class);
    private static final LocalDate UNKNOWN_BIRTH_DATE = LocalDate.of(1970, 1, 1);
    private static final String SHELL_USER = "admin";

    private final ServiceRegistration<FirstBoot> done;

    @Activate
    public FirstBoot(
            BundleContext context, AccountsConfig config, @Reference AccountService accounts, @Reference ApiKeys keys) {
        Path etc = Path.of(System.getProperty("karaf.etc", "etc"));
        Path file = etc.resolve("first-boot.properties");
        boolean before = Files.exists(file) || accounts.anyWithRole("admin") && !Files.exists(marker(etc));
        if (!before) {
            try {
                make(etc, file, accounts, keys, config);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        done = context.registerService(FirstBoot.class, this, null);
    }

    @Deactivate
    void close() {
        done.unregister();
    }

    private static void make(Path etc, Path file, AccountService accounts, ApiKeys keys, AccountsConfig config)
            throws IOException {
        begin(etc);
        String password = secret();
        String shellPassword = secret();
        Account admin = accounts.findByEmail(config.adminEmail()).orElseGet(() -> accounts.create(admin(config)));
        accounts.setPassword(admin.id(), password.toCharArray());
        String key = keys.create(new NewApiKey(admin.id(), "first boot", Set.of(), Optional.empty()))
                .secret();
        OwnerOnlyFile.write(etc.resolve("users.properties"), shellUsers(shellPassword));
        OwnerOnlyFile.write(file, credentials(admin.email(), password, key, shellPassword));
        Files.delete(marker(etc));
        LOG.info("The credentials of the first admin are in {}", file);
    }

    /** While the marker is there, the first boot is not complete, though an admin may be in the database. */
    private static Path marker(Path etc) {
        return etc.resolve("first-boot.begun");
    }

    private static void begin(Path etc) throws IOException {
        OwnerOnlyFile.write(marker(etc), "");
    }

    private static NewAccount admin(AccountsConfig config) {
        return new NewAccount(
                config.adminEmail(), "Administrator", UNKNOWN_BIRTH_DATE, Optional.empty(), Set.of("admin", "user"));
    }

    private static String secret() {
        byte[] bits = new byte[18];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** As Karaf keeps it with {@code encryption.algorithm = SHA-256}; the password is random, so it needs no salt. */
    private static String shellUsers(String password) {
        return "# The user of the shell, made at the first boot; the password is in first-boot.properties.\n"
                + SHELL_USER + " = {CRYPT}" + sha256(password) + "{CRYPT},_g_:admingroup\n"
                + "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n";
    }

    private static String sha256(String password) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String credentials(String email, String password, String key, String shellPassword) {
        return "# Credentials of the first boot. Keep this file safe.\n"
                + "admin.email = " + email + "\n"
                + "admin.password = " + password + "\n"
                + "admin.apiKey = " + key + "\n"
                + "shell.user = " + SHELL_USER + "\n"
                + "shell.password = " + shellPassword + "\n";
    }
}
