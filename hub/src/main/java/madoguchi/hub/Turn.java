package madoguchi.hub;

import java.util.concurrent.CompletableFuture;

/*
 * A bulk load stores two portions at once, each in a transaction of its own, so that two processors of the database are busy. What must not be turned round is
 * done in turn: a portion draws its ids when the one before has drawn its own, and is committed when the one before is over. So ids follow the order of commits,
 * a mark never speaks of lines that are not stored, and what becomes of a portion becomes of all behind it.
 */

/** 順番 – the place of one transaction in a row. */
final class Turn {

    private final CompletableFuture<Void> drawnBefore;
    private final CompletableFuture<Void> overBefore;
    private final CompletableFuture<Void> drawn = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    private Turn(CompletableFuture<Void> drawnBefore, CompletableFuture<Void> overBefore) {
        this.drawnBefore = drawnBefore;
        this.overBefore = overBefore;
    }

    /** Nobody is before. */
    static Turn first() {
        return new Turn(CompletableFuture.completedFuture(null), CompletableFuture.completedFuture(null));
    }

    /** The one behind. */
    Turn next() {
        return new Turn(drawn, over);
    }

    /** Waits until ids may be drawn, and what the one before has said of persons can be seen. */
    void mayDraw() {
        drawnBefore.join();
    }

    /** No id will be drawn any more: the one behind may. */
    void hasDrawn() {
        drawn.complete(null);
    }

    /** Waits until the one before is over; fails when that one failed. */
    void mayEnd() {
        overBefore.join();
    }

    /** Committed: the one behind may be. */
    void isOver() {
        drawn.complete(null);
        over.complete(null);
    }

    /** Not committed: those behind fail, too. */
    void hasFailed(Throwable cause) {
        drawn.completeExceptionally(cause);
        over.completeExceptionally(cause);
    }
}
