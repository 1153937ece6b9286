package madoguchi.hub;

import java.time.Instant;
import java.util.Optional;
import madoguchi.core.Text;

/** 監査の指摘 – one thing that is wrong with the verification log, and where. Entry numbers are inclusive at both ends. */
public sealed interface AuditFinding {

    /** 改変 – the entry is not what was written: its content, or the hash it carries. */
    record Changed(long entry) implements AuditFinding {}

    /** 削除 – entries are missing in the middle. */
    record Removed(long first, long last) implements AuditFinding {}

    /** 入替え – the entry stands under another number than the one it was written under. */
    record Moved(long entry, long written) implements AuditFinding {}

    /** 末尾の切捨て – entries that were once written are missing at the end. */
    record Truncated(long first, long last) implements AuditFinding {}

    /**
     * 書直し – the chain is whole, but not the one that the hub made: something among these entries was changed and all hashes after it made anew.
     *
     * @param signedAt when the hub signed the last of them; absent where the note outside the database tells
     */
    record Rewritten(long first, long last, Optional<Instant> signedAt) implements AuditFinding {}

    /** 連鎖の前の記録 – an entry without a hash where the chain had already begun. */
    record Unchained(long entry) implements AuditFinding {}

    /**
     * 検査点の偽造 – a checkpoint that the hub's key did not sign, or that does not say one thing.
     *
     * @param place where it stands
     * @param number which one there, counted from 1
     */
    record ForgedCheckpoint(Place place, long number) implements AuditFinding {}

    /** 検査点の削除 – a checkpoint of the file is missing in the database. */
    record RemovedCheckpoint(long line, long entry) implements AuditFinding {}

    /** 検査点なし – entries, but no checkpoint to hold them against. */
    record NoCheckpoint() implements AuditFinding {}

    /** 検査点の所在. */
    enum Place {
        /** The table in the database; counted from 1 in the order of making. */
        DATABASE,
        /** The file outside the database; counted in lines from 1. */
        FILE
    }

    /** What is wrong, in one sentence. */
    default Text text() {
        return switch (this) {
            case Changed(var entry) -> new Text("記録 " + entry + " が書き換えられています。", "Entry " + entry + " was changed.");
            case Removed(var first, var last) ->
                new Text("記録 " + range(first, last) + " が消されています。", "Entries " + range(first, last) + " were removed.");
            case Moved(var entry, var written) ->
                new Text(
                        "記録 " + entry + " の場所に、記録 " + written + " として書かれたものがあります（順序の入替え）。",
                        "In the place of entry " + entry + " stands what was written as entry " + written
                                + " (reordered).");
            case Truncated(var first, var last) ->
                new Text(
                        "末尾の記録 " + range(first, last) + " が消されています。",
                        "Entries " + range(first, last) + " were cut off at the end.");
            case Rewritten(var first, var last, var signedAt) ->
                new Text(
                        "記録 " + range(first, last) + " のどこかが書き換えられ、後の連鎖も作り直されています（"
                                + witness(signedAt).ja() + "と合いません）。",
                        "Something among entries " + range(first, last)
                                + " was changed and the chain after it made anew: it does not fit "
                                + witness(signedAt).en() + ".");
            case Unchained(var entry) ->
                new Text("記録 " + entry + " から連鎖の値が消されています。", "The hash of entry " + entry + " was taken away.");
            case ForgedCheckpoint(var place, var number) ->
                new Text(
                        place(place).ja() + " " + number + " の検査点は、この資格確認システムの署名ではありません。",
                        "The checkpoint at " + place(place).en() + " " + number + " was not signed by this hub.");
            case RemovedCheckpoint(var line, var entry) ->
                new Text(
                        "検査点ファイルの " + line + " 行目（記録 " + entry + " まで）が、データベースから消されています。",
                        "The checkpoint in line " + line + " of the file (up to entry " + entry
                                + ") was removed from the database.");
            case NoCheckpoint() ->
                new Text(
                        "署名した検査点が一つもありません。連鎖を作り直されていても分かりません。",
                        "There is no signed checkpoint: a chain made anew could not be told.");
        };
    }

    private static Text witness(Optional<Instant> signedAt) {
        return signedAt.map(at -> new Text(at + " の検査点", "the checkpoint of " + at))
                .orElse(new Text("データベースの外の控え", "the note outside the database"));
    }

    private static Text place(Place place) {
        return switch (place) {
            case DATABASE -> new Text("データベースの検査点", "database row");
            case FILE -> new Text("検査点ファイルの行", "file line");
        };
    }

    private static String range(long first, long last) {
        return first == last ? Long.toString(first) : first + "–" + last;
    }
}
