package madoguchi.leaflet;

import java.util.Set;

/** 職員用の紙 – read at the desk: in Japanese and English; no plain Japanese is needed. */
interface StaffSheet extends LeafletKind {

    @Override
    default Set<Voice> voices() {
        return Set.of(Voice.JA, Voice.EN);
    }
}
