package madoguchi.leaflet;

import org.junit.jupiter.api.Test;

/** What stands on the prints on given days. */
class LeafletPrintsTest {

    @Test
    void everyPrintIsMadeInEverySizeAndVoice() {
        for (LeafletKind kind : Printed.HOUSE.kinds())
            for (PaperSize size : kind.sizes())
                for (Voice voice : kind.voices()) Printed.text(kind.name(), "size", size.name(), "voice", voice.word());
    }

    @Test
    void x() {
        Printed.text("phone", "variant", "not-here");
        Printed.text("changes", "day", "2026-04-01");
        Printed.text("changes", "day", "2025-12-02");
        Printed.text("changes", "day", "2026-05-25", "voice", "en");
        Printed.text("reception", "day", "2025-11-20");
        Printed.text("reception", "day", "2026-02-01");
        Printed.text("subsidy", "day", "2026-05-24");
        Printed.text("check-sheet", "variant", "hi-cara");
    }
}
