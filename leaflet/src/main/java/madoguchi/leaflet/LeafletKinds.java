package madoguchi.leaflet;

import java.util.List;

/** 種類の一覧 – every kind of print, in the order of the page. A new kind is a file of its own and one line here. */
public final class LeafletKinds {

    private LeafletKinds() {}

    /** All of them. */
    public static List<LeafletKind> standard() {
        return List.of(
                new ReceptionPoster(),
                new TroubleLeaflet(),
                new NextTimeSlip(),
                new ExpiryLeaflet(),
                new PhoneLeaflet(),
                new SubsidyLeaflet(),
                new SubsidyFallbackNotice(),
                new CheckSheet(),
                new CardHandlingSheet(),
                new ChangeList());
    }
}
