import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** Pictures of 80 megapixels. */
public final class Large {
    public static void main(String[] args) throws Exception {
        BufferedImage picture = new BufferedImage(10_000, 8_000, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        Random random = new Random(1);
        for (int i = 0; i < 4_000; i++) {
            graphics.setColor(new Color(random.nextInt(0xffffff)));
            graphics.fillOval(random.nextInt(10_000), random.nextInt(8_000), 300, 300);
        }
        ImageIO.write(picture, "png", new File(args[0], "large.png"));
        ImageIO.write(picture.getSubimage(0, 0, 64, 64), "png", new File(args[0], "small.png"));
        jpeg(picture, new File(args[0], "large.jpg"), ImageWriteParam.MODE_DISABLED);
        jpeg(picture, new File(args[0], "progressive.jpg"), ImageWriteParam.MODE_DEFAULT);
    }

    private static void jpeg(BufferedImage picture, File file, int progressive) throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(progressive);
        file.delete();
        try (FileImageOutputStream out = new FileImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        }
    }
}
