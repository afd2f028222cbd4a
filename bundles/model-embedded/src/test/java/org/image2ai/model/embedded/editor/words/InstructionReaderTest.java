package org.image2ai.model.embedded.editor.words;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.image2ai.model.embedded.editor.filter.Style;
import org.image2ai.model.embedded.editor.filter.Tone;
import org.image2ai.model.embedded.editor.step.AddObject;
import org.image2ai.model.embedded.editor.step.AddText;
import org.image2ai.model.embedded.editor.step.Adjust;
import org.image2ai.model.embedded.editor.step.AutoAdjust;
import org.image2ai.model.embedded.editor.step.Backdrop;
import org.image2ai.model.embedded.editor.step.Crop;
import org.image2ai.model.embedded.editor.step.Denoise;
import org.image2ai.model.embedded.editor.step.Erase;
import org.image2ai.model.embedded.editor.step.Flip;
import org.image2ai.model.embedded.editor.step.Margins;
import org.image2ai.model.embedded.editor.step.Outpaint;
import org.image2ai.model.embedded.editor.step.OutpaintTo;
import org.image2ai.model.embedded.editor.step.Place;
import org.image2ai.model.embedded.editor.step.Recolour;
import org.image2ai.model.embedded.editor.step.RemoveBackground;
import org.image2ai.model.embedded.editor.step.ReplaceBackground;
import org.image2ai.model.embedded.editor.step.Resize;
import org.image2ai.model.embedded.editor.step.Rotate;
import org.image2ai.model.embedded.editor.step.Shade;
import org.image2ai.model.embedded.editor.step.Step;
import org.image2ai.model.embedded.editor.step.Stylize;
import org.image2ai.model.embedded.editor.step.Trim;
import org.image2ai.model.embedded.illustrator.Illustrator;
import org.junit.Test;

public class InstructionReaderTest {
    private static final InstructionReader READER = new InstructionReader(new Illustrator());
    private static final Shade RED = new Shade(0xe5322d);
    private static final Shade BLUE = new Shade(0x2f7df6);
    private static final Shade WHITE = new Shade(0xf6f6f4);

    private static void reads(String instruction, Step... steps) {
        assertRead(instruction, false, steps);
    }

    private static void readsWithMask(String instruction, Step... steps) {
        assertRead(instruction, true, steps);
    }

    private static void assertRead(String instruction, boolean masked, Step... steps) {
        Understanding read = READER.read(instruction, masked);
        assertEquals(instruction, List.of(), read.gaps());
        assertEquals(instruction, List.of(steps), read.steps());
    }

    private static void refuses(String instruction, String... gaps) {
        Understanding read = READER.read(instruction, false);
        assertEquals(
                instruction, List.of(gaps), read.gaps().stream().map(Gap::words).toList());
    }

    private static Step adjust(double brightness, double contrast, double saturation, double warmth, double sharpness) {
        return new Adjust(new Tone(brightness, contrast, saturation, warmth), sharpness);
    }

    @Test
    public void readsTones() {
        reads("brighter", adjust(30, 0, 0, 0, 0));
        reads("Make it a bit warmer, please.", adjust(0, 0, 0, 15, 0));
        reads("could you make the whole picture much darker?", adjust(-54, 0, 0, 0, 0));
        reads("less saturated", adjust(0, 0, -30, 0, 0));
        reads("increase the contrast by 20%", adjust(0, 20, 0, 0, 0));
        reads("reduce the brightness by 40 percent", adjust(-40, 0, 0, 0, 0));
        reads("it is too dark", adjust(30, 0, 0, 0, 0));
        reads("sharpen", adjust(0, 0, 0, 0, 30));
        reads("make the colors more vivid and slightly cooler", adjust(0, 0, 30, 0, 0), adjust(0, 0, 0, -15, 0));
        reads("enhance the photo", new AutoAdjust());
        reads("fix the lighting", new AutoAdjust());
        reads("remove the noise", new Denoise(Denoise.USUAL));
    }

    @Test
    public void readsStyles() {
        reads("turn it into a pencil sketch", new Stylize(Style.PENCIL));
        reads("make it look like an oil painting", new Stylize(Style.PAINTING));
        reads("convert the photo to black and white", new Stylize(Style.BLACK_AND_WHITE));
        reads("watercolor style", new Stylize(Style.WATERCOLOUR));
        reads("as a cartoon", new Stylize(Style.CARTOON));
        reads("apply a vintage filter", new Stylize(Style.VINTAGE));
        reads("sepia", new Stylize(Style.SEPIA));
    }

    @Test
    public void readsTheFrame() {
        reads("crop to square", new Crop(1, 1, false));
        reads("crop it to 16:9", new Crop(16, 9, false));
        reads("crop to 800x600", new Crop(800, 600, true));
        reads("crop 10% from the left", new Trim(new Margins(10, 0, 0, 0, true)));
        reads("cut off the bottom by 40 px", new Trim(new Margins(0, 0, 0, 40, false)));
        reads("rotate 90 degrees", new Rotate(90));
        reads("rotate left", new Rotate(-90));
        reads("rotate it by 15° counterclockwise", new Rotate(-15));
        reads("turn it upside down", new Rotate(180));
        reads("flip horizontally", new Flip(true));
        reads("mirror the image vertically", new Flip(false));
        reads("resize to 640x480", new Resize(640, 480, 1));
        reads("make it 800 pixels wide", new Resize(800, 0, 1));
        reads("scale to 50%", new Resize(0, 0, 0.5));
        reads("make it half the size", new Resize(0, 0, 0.5));
    }

    @Test
    public void readsHowFarThePictureIsContinued() {
        reads("extend it to the left by 200 px", new Outpaint(new Margins(200, 0, 0, 0, false)));
        reads("extend the image on the left and right", new Outpaint(new Margins(25, 25, 0, 0, true)));
        reads("outpaint downwards by 30%", new Outpaint(new Margins(0, 0, 0, 30, true)));
        reads("outpaint 200 pixels to the top", new Outpaint(new Margins(0, 0, 200, 0, false)));
        reads("zoom out", new Outpaint(new Margins(25, 25, 25, 25, true)));
        reads("expand to 16:9", new OutpaintTo(16, 9));
        reads("make it wider", new Outpaint(new Margins(25, 25, 0, 0, true)));
    }

    @Test
    public void readsBackgrounds() {
        reads("remove the background", new RemoveBackground());
        reads("make the background transparent", new RemoveBackground());
        reads("cut out the person", new RemoveBackground());
        reads("blur the background", new ReplaceBackground(Backdrop.of(Backdrop.Kind.BLUR)));
        reads("make the background white", new ReplaceBackground(Backdrop.of(WHITE)));
        reads("white background", new ReplaceBackground(Backdrop.of(WHITE)));
        reads(
                "replace the background with a gradient from blue to white",
                new ReplaceBackground(Backdrop.of(BLUE, WHITE)));
        reads("put it on a beach at sunset", new ReplaceBackground(Backdrop.of("a beach at sunset")));
        reads("change the background to a snowy forest", new ReplaceBackground(Backdrop.of("a snowy forest")));
        reads("change the background color to blue", new ReplaceBackground(Backdrop.of(BLUE)));
        reads("isolate the subject on a white background", new ReplaceBackground(Backdrop.of(WHITE)));
        reads("change the background to #ff0080", new ReplaceBackground(Backdrop.of(new Shade(0xff0080))));
    }

    @Test
    public void readsColours() {
        reads("make the red car blue", new Recolour(Optional.of(RED), BLUE));
        reads("change red to blue", new Recolour(Optional.of(RED), BLUE));
        reads("change the color of the car from red to blue", new Recolour(Optional.of(RED), BLUE));
        reads("change the color of the red car to blue", new Recolour(Optional.of(RED), BLUE));
        reads("tint it blue", new Recolour(Optional.empty(), BLUE));
    }

    @Test
    public void readsThingsAndText() {
        reads("add a cat on the left", new AddObject("a cat", Optional.of(Place.LEFT)));
        reads("put three red balloons in the sky", new AddObject("three red balloons", Optional.of(Place.TOP)));
        reads("add a sun in the top right corner", new AddObject("a sun with face", Optional.of(Place.TOP_RIGHT)));
        reads(
                "add a cat and a dog on the right",
                new AddObject("a cat", Optional.empty()),
                new AddObject("a dog", Optional.of(Place.RIGHT)));
        reads("write 'HELLO' at the bottom", new AddText("HELLO", Place.BOTTOM, Optional.empty()));
        reads(
                "add the text “Good morning” at the top in red",
                new AddText("Good morning", Place.TOP, Optional.of(RED)));
        reads("write Hello World", new AddText("Hello World", Place.BOTTOM, Optional.empty()));
    }

    @Test
    public void readsSeveralClausesInTheirOrder() {
        reads(
                "make it warmer and add a cat on the left",
                adjust(0, 0, 0, 30, 0),
                new AddObject("a cat", Optional.of(Place.LEFT)));
        reads(
                "Crop to square, then rotate 90 degrees; write \"Tom and Jerry\" at the top.",
                new Crop(1, 1, false),
                new Rotate(90),
                new AddText("Tom and Jerry", Place.TOP, Optional.empty()));
        reads(
                "remove the background and make it black and white",
                new RemoveBackground(),
                new Stylize(Style.BLACK_AND_WHITE));
    }

    @Test
    public void aMaskSaysWhere() {
        Step cat = new AddObject("a cat", Optional.empty());
        readsWithMask("nothing there", new Erase());
        readsWithMask("remove the car", new Erase());
        readsWithMask("fill it in with the background", new Erase());
        readsWithMask("a cat", new Erase(), cat);
        readsWithMask("replace it with a cat", new Erase(), cat);
        readsWithMask("make the car blue", new Recolour(Optional.empty(), BLUE));
        readsWithMask("brighter", adjust(30, 0, 0, 0, 0));
    }

    @Test
    public void namesWhatItDoesNotUnderstand() {
        refuses("make the man smile", "make the man smile");
        refuses("brighter and give him a beard", "give him a beard");
        refuses("make it quixotic", "make it quixotic");
        refuses("add a quixotic cat", "add a quixotic cat");
        refuses("put it in the office of my lawyer's nephew", "put it in the office of my lawyer's nephew");
        refuses("xyzzy", "xyzzy");
    }

    @Test
    public void saysWhatIsMissing() {
        assertTrue(reason("remove the car").contains("mask"));
        assertTrue(reason("make the car blue").contains("red car blue"));
        assertTrue(reason("change the background to a blorbish place").contains("blorbish"));
    }

    private static String reason(String instruction) {
        List<Gap> gaps = READER.read(instruction, false).gaps();
        assertEquals(1, gaps.size());
        return gaps.get(0).reason();
    }
}
