package org.image2ai.security;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.image2ai.api.PlatformException;
import org.image2ai.api.security.PasswordHasher;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Argon2id (RFC 9106) in PHC string format: {@code $argon2id$v=19$m=65536,t=2,p=1$salt$hash}. */
@Component(configurationPid = "org.image2ai.security")
public final class Argon2Hasher implements PasswordHasher {
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final long PATIENCE_SECONDS = 5;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore permits;
    private final int memoryKib;
    private final int iterations;

    @Activate
    public Argon2Hasher(SecurityConfig config) {
        permits = new Semaphore(config.argon2Concurrent(), true);
        memoryKib = config.argon2MemoryKib();
        iterations = config.argon2Iterations();
    }

    @Override
    public String hash(char[] password) {
        byte[] salt = random(SALT_BYTES);
        return phc(salt, permitted(() -> argon2(password, parameters(memoryKib, iterations, 1, salt), HASH_BYTES)));
    }

    @Override
    public String nobodys() {
        return phc(random(SALT_BYTES), random(HASH_BYTES));
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String phc(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=1$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    @Override
    public boolean matches(char[] password, String hash) {
        Matcher phc = PHC.matcher(hash);
        if (!phc.matches()) {
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(phc.group(4));
        byte[] expected = Base64.getDecoder().decode(phc.group(5));
        Argon2Parameters parameters = parameters(
                Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)), Integer.parseInt(phc.group(3)), salt);
        return MessageDigest.isEqual(expected, permitted(() -> argon2(password, parameters, expected.length)));
    }

    private static Argon2Parameters parameters(int memoryKib, int iterations, int lanes, byte[] salt) {
        return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
    }

    private static byte[] argon2(char[] password, Argon2Parameters parameters, int bytes) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] input = Arrays.copyOf(encoded.array(), encoded.limit());
        byte[] hash = new byte[bytes];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        generator.generateBytes(input, hash);
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(input, (byte) 0);
        return hash;
    }

    /** Hashing is dear on purpose; without a bulkhead a flood of sign-ins would take all memory and cores. */
    private byte[] permitted(Supplier<byte[]> work) {
        try {
            if (!permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw PlatformException.exhausted("busy", "Too many passwords are being checked just now.", true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlatformException.exhausted("busy", "The check of a password was interrupted.", true);
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
