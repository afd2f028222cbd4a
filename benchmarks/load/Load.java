import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Load on one HTTP endpoint: {@code java Load.java --url URL --body JSON [--header 'Name: value']… --pid SERVER}, and
 * {@code --rate CALLS_PER_SECOND} (open loop: a call is due whatever became of those before, and its latency counts from
 * when it was due) or {@code --callers N} (closed loop), {@code --seconds S}. Prints one line of figures as JSON.
 *
 * <p>It speaks just enough HTTP/1.1 to be cheap, since it shares the machine with what it measures.
 */
public final class Load {
    private static final byte[] END_OF_CHUNKS = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final URI url;
    private final byte[] request;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Double> millis = new ArrayList<>();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile String failure = "";

    private Load(Map<String, List<String>> options) {
        url = URI.create(one(options, "url"));
        byte[] body = one(options, "body").getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n");
        options.getOrDefault("header", List.of()).forEach(header -> head.append(header).append("\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        request = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, request, start.length, body.length);
    }

    private static String one(Map<String, List<String>> options, String name) {
        return Optional.ofNullable(options.get(name)).orElseThrow(() -> new IllegalArgumentException("--" + name + "?")).get(0);
    }

    public static void main(String[] args) throws Exception {
        Map<String, List<String>> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            options.computeIfAbsent(args[i].substring(2), name -> new ArrayList<>()).add(args[i + 1]);
        }
        Load load = new Load(options);
        int seconds = Integer.parseInt(one(options, "seconds"));
        ProcessHandle server = ProcessHandle.of(Long.parseLong(one(options, "pid"))).orElseThrow();
        Duration before = cpu(server);
        Duration own = cpu(ProcessHandle.current());
        long start = System.nanoTime();
        if (options.containsKey("rate")) {
            load.open(Double.parseDouble(one(options, "rate")), seconds);
        } else {
            load.closed(Integer.parseInt(one(options, "callers")), seconds);
        }
        double took = (System.nanoTime() - start) / 1e9;
        load.print(took, cpu(server).minus(before), cpu(ProcessHandle.current()).minus(own));
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private void open(double rate, int seconds) throws InterruptedException {
        ExecutorService callers = Executors.newCachedThreadPool();
        long start = System.nanoTime();
        for (int i = 0; i < rate * seconds; i++) {
            long due = start + (long) (i * 1e9 / rate);
            while (due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            callers.execute(() -> call(due));
        }
        callers.shutdown();
        callers.awaitTermination(2, TimeUnit.MINUTES);
    }

    private void closed(int count, int seconds) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(count);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (int i = 0; i < count; i++) {
            callers.execute(() -> {
                while (System.nanoTime() < end) {
                    call(System.nanoTime());
                }
            });
        }
        callers.shutdown();
        callers.awaitTermination(seconds + 120, TimeUnit.SECONDS);
    }

    private void call(long due) {
        try {
            Connection connection = take();
            int status = connection.exchange(request);
            double took = (System.nanoTime() - due) / 1e6;
            synchronized (idle) {
                idle.push(connection);
            }
            synchronized (millis) {
                millis.add(took);
            }
            if (status != 200) {
                fail("status " + status);
            }
        } catch (IOException e) {
            fail(e.toString());
        }
    }

    private void fail(String why) {
        failed.incrementAndGet();
        failure = why;
    }

    private Connection take() throws IOException {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return new Connection(new InetSocketAddress(url.getHost(), url.getPort()));
    }

    private void print(double seconds, Duration server, Duration own) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int calls = sorted.length;
        System.out.printf(
                Locale.ROOT,
                "{\"calls\":%d,\"failed\":%d,\"failure\":\"%s\",\"perSecond\":%.1f,\"p50\":%.1f,\"p90\":%.1f,\"p99\":%.1f,"
                        + "\"max\":%.1f,\"cpuMillisPerCall\":%.2f,\"ownCpuMillisPerCall\":%.2f}%n",
                calls,
                failed.get(),
                failure,
                calls / seconds,
                at(sorted, 0.5),
                at(sorted, 0.9),
                at(sorted, 0.99),
                at(sorted, 1),
                server.toNanos() / 1e6 / calls,
                own.toNanos() / 1e6 / calls);
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    /** One connection that is kept. */
    private static final class Connection {
        private final InputStream in;
        private final OutputStream out;
        private final byte[] buffer = new byte[1 << 17];

        Connection(InetSocketAddress address) throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            socket.connect(address, 5_000);
            in = socket.getInputStream();
            out = socket.getOutputStream();
        }

        int exchange(byte[] request) throws IOException {
            out.write(request);
            int filled = 0;
            int body = -1;
            while (body < 0) {
                filled += read(filled);
                body = endOfHead(filled);
            }
            String head = new String(buffer, 0, body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            int length = head.indexOf("content-length:");
            if (length >= 0) {
                skip(Integer.parseInt(head.substring(length + 15, head.indexOf('\r', length)).strip()) - (filled - body));
            } else {
                skipChunks(filled);
            }
            return Integer.parseInt(head.substring(9, 12));
        }

        private int read(int from) throws IOException {
            int some = in.read(buffer, from, buffer.length - from);
            if (some < 0) {
                throw new IOException("the server closed the connection");
            }
            return some;
        }

        private int endOfHead(int filled) {
            for (int i = 3; i < filled; i++) {
                if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                    return i + 1;
                }
            }
            return -1;
        }

        private void skip(int left) throws IOException {
            int missing = left;
            while (missing > 0) {
                missing -= read(0);
            }
        }

        /** The mark of the end cannot stand inside: bodies are JSON. */
        private void skipChunks(int filled) throws IOException {
            int end = filled;
            while (end < END_OF_CHUNKS.length
                    || !Arrays.equals(buffer, end - END_OF_CHUNKS.length, end, END_OF_CHUNKS, 0, END_OF_CHUNKS.length)) {
                int keep = Math.min(end, END_OF_CHUNKS.length);
                System.arraycopy(buffer, end - keep, buffer, 0, keep);
                end = keep + read(keep);
            }
        }
    }
}
