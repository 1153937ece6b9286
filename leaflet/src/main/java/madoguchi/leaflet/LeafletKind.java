package madoguchi.leaflet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.core.Text;

/** 印刷物の種類 – makes one kind of print. Pure: what it composes depends on the issue alone, and every sentence that a rule decides comes out of that rule. */
public interface LeafletKind {

    /** 名 – in addresses and on the command line, lower case with hyphens: {@code next-time}. */
    String name();

    /** 題 – on the page where one chooses. */
    Text title();

    /** 使い道 – for whom it is and where it hangs or lies, in one sentence. */
    Text purpose();

    /** 用紙 – the sizes it is made for; the first is used when none is chosen. */
    default List<PaperSize> sizes() {
        return List.of(PaperSize.A4, PaperSize.A5);
    }

    /** 言葉づかい – the voices it speaks; prints for staff have no plain Japanese. */
    default Set<Voice> voices() {
        return Set.of(Voice.values());
    }

    /** 一枚に収める – whether it is promised to be one page: letters shrink until it is. */
    default boolean onePage() {
        return true;
    }

    /** 変更の一覧か – whether it compares {@link Issue#since} with {@link Issue#day}; only then the first is asked for. */
    default boolean comparesDays() {
        return false;
    }

    /** 変種 – forms to choose from, by word, in their order; empty where there is one only. */
    default Map<String, Text> variants() {
        return Map.of();
    }

    /** 作成 – what is printed. */
    Leaflet compose(Issue issue);
}
