package org.image2ai.model.embedded.illustrator.scene;

/**
 * The part of the ground on which things may stand.
 *
 * @param middle its middle, as a share of the frame's width
 * @param width its width, as a share of that
 * @param level whether it is an edge, on which nothing may stand nearer or farther
 */
public record Strip(double middle, double width, boolean level) {
    static final Strip WHOLE = new Strip(0.5, 0.94, false);

    /** Where in the frame that share of the strip is. */
    double at(double share) {
        return middle + (share - 0.5) * width;
    }

    /** How far what stands here may be from where the row is. */
    double loose(double points) {
        return level ? 0 : points;
    }
}
