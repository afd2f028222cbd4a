package org.image2ai.model.embedded.illustrator.scene;

import java.util.List;
import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Relation;
import org.image2ai.model.embedded.illustrator.words.Setting;
import org.image2ai.model.embedded.illustrator.words.Subject;

/**
 * How high each subject is drawn. The first one is what the picture is about; the others follow from their real size,
 * flattened as in a picture book: a mouse beside an elephant stays visible.
 */
final class Sizes {
    private static final double FLATTENING = 0.36;
    private static final double MILD = 0.4;
    private static final double HIGHEST = 1.9;
    private static final double ALONE = 1.16;
    private static final double OUTGROWN = 0.7;
    private static final double LARGEST = 640;
    private static final double SMALLEST = 70;

    private final List<Subject> subjects;
    private final Setting setting;

    Sizes(List<Subject> subjects, Setting setting) {
        this.subjects = subjects;
        this.setting = setting;
    }

    double of(int number) {
        Subject hero = subjects.get(0);
        Subject subject = subjects.get(number);
        double height = heroHeight(hero) * modesty();
        if (number > 0) {
            height *= ratio(subject);
        }
        height *= Math.pow(subject.scale(), solitary(subject) ? MILD : 1) * crowding(alike(subject));
        if (subject.anchor() >= 0 && subject.anchor() != number) {
            height = compared(subject, height);
        }
        if (subject.thing().icon().equals("lotus") && (setting == Setting.LAKE || setting == Setting.POND)) {
            height *= 0.55;
        }
        if (isOutgrown(number)) {
            height *= OUTGROWN;
        }
        return Math.max(SMALLEST, Math.min(LARGEST, height));
    }

    /** How much higher than the first thing another one is. */
    private double ratio(Subject subject) {
        double ratio =
                Math.pow(subject.thing().height() / subjects.get(0).thing().height(), FLATTENING);
        return Math.max(0.3, Math.min(setting == Setting.TABLETOP ? 1 : HIGHEST, ratio));
    }

    /** A mouse under a table leaves the table its room. */
    private double modesty() {
        double highest = subjects.stream().mapToDouble(this::ratio).max().orElse(1);
        return Math.min(1, 1.3 / highest);
    }

    /** Whether nothing else shows how small or large it is. */
    private boolean solitary(Subject subject) {
        return subjects.stream().noneMatch(s -> s != subject && s.anchor() < 0);
    }

    /** How many there are of it, or of what is of its size and stands about: five apples and a sixth one. */
    private int alike(Subject subject) {
        return subjects.stream()
                .filter(s -> s == subject
                        || s.thing().kind() == subject.thing().kind()
                                && s.thing().height() == subject.thing().height())
                .mapToInt(Subject::count)
                .max()
                .orElse(1);
    }

    /** Whether something is to be bigger than it: that needs room. */
    private boolean isOutgrown(int number) {
        return subjects.stream()
                .anyMatch(s -> s.anchor() == number && s != subjects.get(number) && s.relation() == Relation.LARGER);
    }

    /** "Bigger than an elephant" is bigger, whatever is true. */
    private double compared(Subject subject, double height) {
        return switch (subject.relation()) {
            case LARGER -> of(subject.anchor()) * 1.45;
            case SMALLER -> of(subject.anchor()) * 0.55;
            case EQUAL -> of(subject.anchor());
            default -> height;
        };
    }

    private double heroHeight(Subject hero) {
        double height = hero.thing().kind().height();
        if (hero.thing().kind() == Kind.PLANT || hero.thing().kind() == Kind.THING) {
            height *= setting == Setting.TABLETOP ? 1.15 : 1;
        }
        if ((setting == Setting.LAKE || setting == Setting.BEACH)
                && hero.thing().kind() == Kind.BOAT) {
            height *= 0.6;
        }
        if (setting == Setting.SEA && hero.thing().kind() != Kind.BOAT && !hero.aloft()) {
            height *= 0.8;
        }
        height *= subjects.size() == 1 ? ALONE : 1;
        return subjects.size() > 2 ? height * 0.9 : height;
    }

    private static double crowding(int count) {
        return Math.pow(count, -0.3);
    }
}
