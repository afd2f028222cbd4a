package org.image2ai.karaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The reader of metadata that most people use, where the machine has it (Debian: {@code libimage-exiftool-perl}). */
final class ExifTool {
    private ExifTool() {}

    static boolean isHere() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "exiftool")));
    }

    /** What it finds in a file, by group and name: {@code XMP-iptcExt:DigitalSourceType}; with what it finds wrong. */
    static JsonNode read(byte[] file) throws IOException {
        Path path = Files.write(Files.createTempFile(Path.of("target"), "marked", ".bin"), file);
        Process process = new ProcessBuilder("exiftool", "-json", "-G1", "-n", "-validate", "-XMP:all", path.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ObjectMapper().readTree(process.getInputStream()).get(0);
    }
}
