package org.image2ai.karaf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** The smallest server in the shape of OpenAI's Images API: every call gets the same four pictures. */
final class PictureServer implements AutoCloseable {
    private static final int HEADERS = 8_192;

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final byte[] answer = answer();

    PictureServer() throws IOException {
        Thread thread = new Thread(this::serve, "picture-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private static byte[] answer() throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", picture);
        String one = "{\"b64_json\":\"" + Base64.getEncoder().encodeToString(picture.toByteArray()) + "\"}";
        String body = "{\"created\":1,\"data\":[" + String.join(",", one, one, one, one) + "]}";
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket call = socket.accept();
                open.add(call);
                new Thread(() -> answer(call), "picture-server").start();
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(Socket call) {
        try (call) {
            InputStream in = call.getInputStream();
            // The request is small and comes at once; its end is where the client waits.
            in.read(new byte[HEADERS]);
            call.getOutputStream().write(answer);
            call.shutdownOutput();
            in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.remove(call);
        }
    }

    /** How many connections the client has not closed yet. */
    int open() {
        return open.size();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
