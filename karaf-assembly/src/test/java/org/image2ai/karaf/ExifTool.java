package org.image2ai.karaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The reader of metadata that most people use, where the machine has it. */
final class ExifTool {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExifTool() {}

    static boolean isHere() {
        return java.util.Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "exiftool")));
    }

    /** What it finds in a file, by group and name: {@code XMP-iptcExt:DigitalSourceType}. */
    static JsonNode read(byte[] file) throws IOException {
        Path path = Files.createTempFile(Path.of("target"), "marked", ".bin");
        Process process = new ProcessBuilder("exiftool", "-json", "-G1", "-n", "-validate", "-warning", "-a", "-all", path.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        return JSON.readTree(process.getInputStream());
    }
}
