package madoguchi.desk;

import java.time.Instant;
import java.time.LocalDate;
import madoguchi.core.Text;

/** 自動の照会の予定 – what will happen by itself. */
public sealed interface Plan {

    /** 照会中. */
    record Asking() implements Plan {}

    /** つながりしだい – as soon as somebody answers. */
    record WhenBack() implements Plan {}

    /** 時刻 – about then: by then new data may have arrived. */
    record At(Instant at) implements Plan {}

    /** なし – nothing happens by itself. */
    record Never(Text reason) implements Plan {}

    /** In words. */
    default Text words(LocalDate today) {
        return switch (this) {
            case Asking a -> new Text("照会しています。", "Being asked.");
            case WhenBack w ->
                new Text("つながりしだい、自動で照会します（1分ごとに試します）。", "Asked as soon as the line is back (tried every minute).");
            case At(var at) -> words(at, today);
            case Never(var reason) -> reason;
        };
    }

    private static Text words(Instant at, LocalDate today) {
        LocalDate day = LocalDate.ofInstant(at, VisitBook.TOKYO);
        Text date = day.equals(today) ? new Text("今日", "today") : Days.brief(day);
        return new Text(
                date.ja() + " " + Days.time(at) + "ごろ、自動で照会します。",
                "Asked by itself about " + Days.time(at) + " " + date.en() + ".");
    }
}
