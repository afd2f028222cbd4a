package org.image2ai.model.comfyui;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.image2ai.kit.vendor.VendorAnswer;

/**
 * Reads the queue, which holds the whole workflows of everybody who uses the server, their words included. Only numbers
 * and ids are taken out of it while it comes in; the rest is never kept. An item is {@code [number, prompt_id, …]}.
 */
final class QueueReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final List<Item> running = new ArrayList<>();
    private final List<Item> pending = new ArrayList<>();

    private record Item(BigDecimal number, String id) {}

    private QueueReader() {}

    /** @throws org.image2ai.api.PlatformException UPSTREAM when it is no queue */
    static Place place(VendorAnswer answer, String id) {
        QueueReader queue = new QueueReader();
        try (JsonParser parser = JSON.createParser(answer.body())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw answer.failure("answered with something that is no queue");
            }
            queue.read(parser);
        } catch (JsonProcessingException e) {
            // Its message quotes what came, so it is left out.
            throw answer.failure("answered with something that is not whole JSON");
        } catch (IOException e) {
            throw answer.failure("broke off its answer").causedBy(e);
        }
        return queue.place(id);
    }

    private void read(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && name.equals("queue_running")) {
                items(parser, running);
            } else if (token == JsonToken.START_ARRAY && name.equals("queue_pending")) {
                items(parser, pending);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void items(JsonParser parser, List<Item> items) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                items.add(item(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private static Item item(JsonParser parser) throws IOException {
        BigDecimal number = BigDecimal.ZERO;
        String id = "";
        int at = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (at == 0 && parser.currentToken().isNumeric()) {
                number = parser.getDecimalValue();
            } else if (at == 1 && parser.currentToken() == JsonToken.VALUE_STRING) {
                id = parser.getText();
            }
            parser.skipChildren();
            at++;
        }
        return new Item(number, id);
    }

    private Place place(String id) {
        if (running.stream().anyMatch(item -> item.id().equals(id))) {
            return new Place(Place.State.RUNNING, 0);
        }
        Optional<Item> ours =
                pending.stream().filter(item -> item.id().equals(id)).findFirst();
        // The server's list is a heap: only the numbers tell the order.
        return ours.map(item -> new Place(
                        Place.State.PENDING,
                        running.size()
                                + (int) pending.stream()
                                        .filter(other -> other.number().compareTo(item.number()) < 0)
                                        .count()))
                .orElse(new Place(Place.State.ABSENT, 0));
    }
}
