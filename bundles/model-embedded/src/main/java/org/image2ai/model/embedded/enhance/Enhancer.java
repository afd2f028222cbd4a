package org.image2ai.model.embedded.enhance;

import static org.image2ai.model.embedded.enhance.Network.SCALE;

import java.io.IOException;
import java.util.List;
import org.image2ai.api.model.RenderSession;

/**
 * Takes a picture through the network tile by tile. A tile is shown with a halo of its surroundings, of which the result
 * is dropped: it is as wide as the network's reach, so that the tiles together are what the whole would be. At the
 * border of the picture the halo is a narrow margin, which repeats the border.
 */
final class Enhancer {
    /** The most pixels of the picture in one row of tiles; a very wide picture gets flatter tiles. */
    private static final int ROW_PIXELS = 1 << 19;

    /** Against nothing at all beyond the border, the network changes strong colours there by up to 24 levels. */
    private static final int MARGIN = 8;

    private final Network network;
    private final Source source;
    private final List<Span> across;
    private final List<Span> down;

    Enhancer(Network network, Source source, int tile, int halo) {
        this.network = network;
        this.source = source;
        this.across = Span.cut(source.width(), tile, halo, MARGIN);
        this.down = Span.cut(source.height(), Math.min(tile, 1 + ROW_PIXELS / source.width()), halo, MARGIN);
    }

    int tiles() {
        return across.size() * down.size();
    }

    /** Writes the enhanced picture, holding one row of tiles at a time. */
    void write(PngStream png, RenderSession session) throws IOException {
        int width = source.width() * SCALE;
        int done = 0;
        for (Span rows : down) {
            int[] band = new int[width * rows.length() * SCALE];
            for (Span columns : across) {
                Stop.whenUnwanted(session);
                enhance(new Tile(source, columns, rows), band);
                done++;
                session.progress((double) done / tiles(), "enhanced " + done + " of " + tiles() + " tiles");
            }
            for (int from = 0; from < band.length; from += width) {
                png.row(band, from);
            }
        }
    }

    private void enhance(Tile tile, int[] band) {
        tile.paintColours(network.run(tile.colours(), tile.seenWidth(), tile.seenHeight()), band);
        if (source.alpha()) {
            int even = tile.evenOpacity();
            if (even >= 0) {
                tile.paintOpacity(even, band);
            } else {
                tile.paintOpacity(network.run(tile.opacity(), tile.seenWidth(), tile.seenHeight()), band);
            }
        }
    }
}
