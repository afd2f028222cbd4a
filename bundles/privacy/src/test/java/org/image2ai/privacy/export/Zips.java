package org.image2ai.privacy.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Reads ZIPs in both ways: from front to back, and by the directory at the end. */
final class Zips {
    private Zips() {}

    static Map<String, byte[]> stream(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (files.put(entry.getName(), in.readAllBytes()) != null) {
                    throw new IOException(entry.getName() + " is there twice");
                }
            }
        }
        return files;
    }

    static Map<String, byte[]> directory(byte[] zip) throws IOException {
        Path file = Files.createTempFile("copy", ".zip");
        try {
            Files.write(file, zip);
            Map<String, byte[]> files = new LinkedHashMap<>();
            try (ZipFile read = new ZipFile(file.toFile())) {
                for (Enumeration<? extends ZipEntry> all = read.entries(); all.hasMoreElements(); ) {
                    ZipEntry entry = all.nextElement();
                    files.put(entry.getName(), read.getInputStream(entry).readAllBytes());
                }
            }
            return files;
        } finally {
            Files.delete(file);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
