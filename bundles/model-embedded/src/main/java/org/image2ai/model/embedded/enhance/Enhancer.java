package org.image2ai.model.embedded.enhance;

import java.io.IOException;
import java.util.List;
import org.image2ai.api.model.RenderSession;

/**
 * Takes a picture through an upscaler tile by tile. A tile is shown with a halo of its surroundings, of which the result
 * is dropped: it is as wide as the upscaler's reach, so that the tiles together are what the whole would be. At the
 * border of the picture the halo is a narrow margin, which repeats the border.
 */
final class Enhancer {
    /** The most pixels of the picture in one row of tiles; a very wide picture gets flatter tiles. */
    private static final int ROW_PIXELS = 1 << 19;

    /** Against nothing at all beyond the border, networks change strong colours there by up to 24 levels. */
    private static final int MARGIN = 8;

    private final Upscaler upscaler;
    private final int scale;
    private final Source source;
    private final List<Span> across;
    private final List<Span> down;

    Enhancer(Upscaler upscaler, Source source, int tile) {
        this.upscaler = upscaler;
        this.scale = upscaler.scale();
        this.source = source;
        this.across = Span.cut(source.width(), tile, upscaler.reach(), MARGIN);
        this.down =
                Span.cut(source.height(), Math.min(tile, 1 + ROW_PIXELS / source.width()), upscaler.reach(), MARGIN);
    }

    int tiles() {
        return across.size() * down.size();
    }

    /** The tiles, row by row, in the order of their work. */
    List<List<Tile>> rows() {
        return down.stream()
                .map(rows -> across.stream()
                        .map(columns -> new Tile(source, columns, rows, scale))
                        .toList())
                .toList();
    }

    /** Writes the enhanced picture, holding one row of tiles at a time. */
    void write(PngStream png, RenderSession session) throws IOException {
        int width = source.width() * scale;
        int done = 0;
        for (List<Tile> row : rows()) {
            int[] band = new int[width * row.get(0).height() * scale];
            for (Tile tile : row) {
                Stop.whenUnwanted(session);
                enhance(tile, band);
                done++;
                session.progress((double) done / tiles(), "enhanced " + done + " of " + tiles() + " tiles");
            }
            for (int from = 0; from < band.length; from += width) {
                png.row(band, from);
            }
        }
    }

    private void enhance(Tile tile, int[] band) {
        tile.paintColours(upscaler.enlarge(tile.colours(), tile.seenWidth(), tile.seenHeight()), band);
        if (source.alpha()) {
            int even = tile.evenOpacity();
            if (even >= 0) {
                tile.paintOpacity(even, band);
            } else {
                tile.paintOpacity(upscaler.enlargeOpacity(tile.opacity(), tile.seenWidth(), tile.seenHeight()), band);
            }
        }
    }
}
