package org.image2ai.model.embedded.illustrator.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.image2ai.model.embedded.illustrator.words.Landmark;
import org.image2ai.model.embedded.illustrator.words.Material;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Subject;

/**
 * A composed scene: all that the painter needs.
 *
 * @param reading what the prompt said
 * @param frame the frame
 * @param stage where the ground is
 * @param things what stands where, by subject and in the order of painting
 * @param seed the seed of every chance in it
 */
public record Scene(Reading reading, Frame frame, Stage stage, List<Owned> things, long seed) {
    /**
     * One placed thing and the number of the subject it belongs to.
     *
     * @param subject the number of the subject
     * @param placed the thing in its place
     */
    public record Owned(int subject, Placed placed) {}

    public Scene {
        things = List.copyOf(things);
    }

    /** The scene for the receipt: setting, what was drawn where, what was not understood. JSON-able. */
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("setting", lower(reading.setting()));
        map.put(
                "landmarks",
                reading.landmarks().stream().map(Landmark::wireName).toList());
        map.put("time", lower(reading.time()));
        map.put("weather", lower(reading.weather()));
        map.put("season", lower(reading.season()));
        map.put("mood", lower(reading.mood()));
        map.put("style", reading.look().styleOrFlat().wireName());
        map.put("palette", reading.look().paletteOrNatural().wireName());
        map.put("type", reading.look().type());
        List<Map<String, Object>> drawn = new ArrayList<>();
        for (int i = 0; i < reading.subjects().size(); i++) {
            drawn.add(describe(i));
        }
        map.put("drawn", drawn);
        map.put("excluded", reading.remarks().excluded());
        map.put("byMeaning", reading.remarks().byMeaning());
        map.put("notUnderstood", reading.notUnderstood());
        map.put("seed", seed);
        return map;
    }

    private Map<String, Object> describe(int number) {
        Subject subject = reading.subjects().get(number);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("words", subject.words());
        map.put("icon", subject.thing().icon());
        map.put("count", subject.count());
        subject.colour().ifPresent(rgb -> map.put("colour", String.format("#%06x", rgb)));
        if (subject.surface().material() != Material.OWN) {
            map.put("material", lower(subject.surface().material()));
        }
        if (subject.anchor() >= 0) {
            map.put(
                    "relation",
                    lower(subject.relation()) + " "
                            + reading.subjects().get(subject.anchor()).words());
        }
        map.put(
                "at",
                things.stream()
                        .filter(o -> o.subject() == number)
                        .map(o -> o.placed().describe(frame))
                        .toList());
        return map;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
