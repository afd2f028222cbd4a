package org.image2ai.model.embedded.illustrator.paint;

/** The place of a scene: what is behind its things, and what frames them in front. */
interface Backdrop {
    /** Paints everything behind the things, sky included. */
    void behind();

    /** Paints what is nearer than the things. */
    default void front() {}

    /** The backdrop of the canvas's scene. */
    static Backdrop of(Canvas canvas) {
        return switch (canvas.scene().reading().setting()) {
            case FOREST -> new Woods(canvas, false);
            case JUNGLE -> new Woods(canvas, true);
            case MOUNTAINS -> new Mountains(canvas);
            case SEA -> new Sea(canvas);
            case BEACH -> new Beach(canvas);
            case CITY -> new City(canvas);
            case ROOFTOP -> new Rooftop(canvas);
            case DESERT -> new Desert(canvas);
            case SNOWFIELD -> new Snowfield(canvas);
            case SAVANNA -> new Savanna(canvas);
            case LAKE -> new Lake(canvas);
            case VILLAGE -> new Village(canvas);
            case CLOUDS -> new Clouds(canvas);
            case CAVE -> new Cave(canvas);
            case STAGE -> new Show(canvas);
            case SPACE -> new Space(canvas);
            case MOON -> new Moon(canvas);
            case ROOM -> new Room(canvas);
            case TABLETOP -> new Tabletop(canvas);
            case UNDERWATER -> new Underwater(canvas);
            case MEADOW -> new Meadow(canvas);
            case CLIFF -> new Cliff(canvas);
            case WALL -> new Wall(canvas);
            case POND -> new Pond(canvas);
            case ABSTRACT -> new Abstract(canvas);
        };
    }
}
