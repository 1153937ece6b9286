package madoguchi.survey;

import java.util.Random;

/** 傷み – what happens to a sheet between a clinic's desk and the association: always turned a little, and one of these beside. */
enum Damage {
    /** A scanner with a speckled glass. */
    SCAN,
    /** A FAX of standard resolution, 204×98. */
    FAX_STANDARD,
    /** A FAX of fine resolution, 204×196. */
    FAX_FINE,
    /** A photograph askew. */
    PHOTOGRAPH,
    /** Coffee, toner and fingers. */
    SMUDGED,
    /** Laid in the wrong way round. */
    UPSIDE_DOWN,
    /** One margin lost. */
    CUT_OFF,
    /** One margin lost, then sent by FAX. */
    CUT_OFF_FAX;

    static Damage of(Random random) {
        return values()[random.nextInt(values().length)];
    }

    FilledForm done(FilledForm form, Random random) {
        double degrees = random.nextDouble() * 6 - 3;
        return switch (this) {
            case SCAN -> form.turned(degrees).speckled(0.002);
            case FAX_STANDARD -> form.turned(degrees).faxed(98, random.nextDouble() * 0.01);
            case FAX_FINE -> form.turned(degrees).faxed(196, random.nextDouble() * 0.02);
            case PHOTOGRAPH -> form.photographed();
            case SMUDGED -> form.smudged().turned(degrees).speckled(0.001);
            case UPSIDE_DOWN -> form.turned(180 + degrees).faxed(196, random.nextDouble() * 0.01);
            case CUT_OFF ->
                form.cut(random.nextInt(4), 8 + random.nextDouble() * 9).turned(degrees);
            case CUT_OFF_FAX ->
                form.cut(random.nextInt(4), 8 + random.nextDouble() * 9)
                        .turned(degrees)
                        .faxed(98, random.nextDouble() * 0.008);
        };
    }
}
