package madoguchi.hub;

import madoguchi.core.InsurerNumber;

/** 所見の受け皿 – takes what the fold over one person gives. */
interface QualitySink {

    /** One finding. */
    void finding(QualityFinding finding);

    /** How many days a registration took; also those in time, never a hidden person's. */
    void delay(InsurerNumber insurer, QualityKind kind, int days);

    /** A mark for the search for one person with two ids. */
    void identity(QualityMark mark);

    /** A mark for the search for dependants left behind. */
    void household(QualityMark mark);
}
