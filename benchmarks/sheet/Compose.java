import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Lays pictures out on a sheet: {@code java Compose.java TILES.tsv SHEET.jpg COLUMNS}. A line of the list is a caption
 * and one or several pictures that belong together. Rows are filled to one width, so wide pictures are wide.
 */
final class Compose {
    private static final int WIDTH = 1600;
    private static final int GAP = 10;
    private static final int CAPTION = 38;
    private static final int FONT = 14;
    private static final long LARGEST = 880_000;

    private record Tile(String caption, List<BufferedImage> pictures) {
        double aspect() {
            return pictures.stream()
                    .mapToDouble(p -> p.getWidth() / (double) p.getHeight())
                    .sum();
        }
    }

    private record Row(List<Tile> tiles, int height) {}

    public static void main(String[] args) throws IOException {
        List<Tile> tiles = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            String[] parts = line.split("\t");
            List<BufferedImage> pictures = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) {
                pictures.add(ImageIO.read(new File(parts[i])));
            }
            tiles.add(new Tile(parts[0], pictures));
        }
        List<Row> rows = rows(tiles, Integer.parseInt(args[2]));
        write(painted(rows), new File(args[1]));
    }

    private static List<Row> rows(List<Tile> tiles, int columns) {
        List<Row> rows = new ArrayList<>();
        List<Tile> row = new ArrayList<>();
        double aspect = 0;
        for (Tile tile : tiles) {
            row.add(tile);
            aspect += tile.aspect();
            if (aspect >= columns - 0.3 || tile == tiles.get(tiles.size() - 1)) {
                double width = WIDTH - GAP * (row.size() + 1.0);
                rows.add(new Row(row, (int) (width / Math.max(aspect, columns - 0.5))));
                row = new ArrayList<>();
                aspect = 0;
            }
        }
        return rows;
    }

    private static BufferedImage painted(List<Row> rows) {
        int height = GAP + rows.stream().mapToInt(r -> r.height() + CAPTION + GAP).sum();
        BufferedImage sheet = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, height);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, FONT));
        int y = GAP;
        for (Row row : rows) {
            int x = GAP;
            for (Tile tile : row.tiles()) {
                int width = 0;
                for (BufferedImage picture : tile.pictures()) {
                    int w = picture.getWidth() * row.height() / picture.getHeight();
                    g.drawImage(halved(picture, w), x + width, y, w, row.height(), null);
                    width += w;
                }
                caption(g, tile.caption(), x, y + row.height(), width);
                x += width + GAP;
            }
            y += row.height() + CAPTION + GAP;
        }
        g.dispose();
        return sheet;
    }

    /** Halved until it is less than twice as wide as needed: one large step would leave out pixels. */
    private static BufferedImage halved(BufferedImage picture, int width) {
        BufferedImage image = picture;
        while (image.getWidth() > 2 * width) {
            int w = image.getWidth() / 2;
            int h = image.getHeight() / 2;
            BufferedImage half = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = half.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(image, 0, 0, w, h, null);
            g.dispose();
            image = half;
        }
        return image;
    }

    private static void caption(Graphics2D g, String text, int x, int y, int width) {
        g.setColor(new Color(0x444444));
        int line = y + FONT + 2;
        StringBuilder words = new StringBuilder();
        for (String word : text.split(" ")) {
            if (words.length() > 0 && g.getFontMetrics().stringWidth(words + " " + word) > width) {
                g.drawString(words.toString(), x, line);
                line += FONT + 3;
                words.setLength(0);
            }
            words.append(words.length() > 0 ? " " : "").append(word);
        }
        g.drawString(words.toString(), x, line);
    }

    /** As good as the largest size allows. */
    private static void write(BufferedImage sheet, File file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        for (float quality = 0.9f; quality > 0.3f; quality -= 0.05f) {
            file.delete();
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
                ImageWriteParam param = writer.getDefaultWriteParam();
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(quality);
                writer.setOutput(out);
                writer.write(null, new IIOImage(sheet, null, null), param);
            }
            if (file.length() <= LARGEST) {
                break;
            }
        }
        writer.dispose();
        System.out.println(file + ": " + file.length() / 1000 + " kB");
    }
}
