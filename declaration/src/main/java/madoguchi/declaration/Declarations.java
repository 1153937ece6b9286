package madoguchi.declaration;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import madoguchi.web.Frames;

/**
 * 申立書 – the whole module put together: the log, the pages and the paper.
 *
 * <p>Wire it as one bean, its {@link #pages()} and {@link #actions()} as controllers.
 */
public final class Declarations {

    private final DeclarationBook book;
    private final DeclarationPages pages;
    private final DeclarationActions actions;

    /**
     * The declarations of one facility.
     *
     * @param database PostgreSQL; call {@link #migrate} before
     * @param clock the time; business days are days in Japan whatever its zone
     * @param frames the layout
     * @param rules which fields must be filled in
     * @param rulesVersion names the rules in force, for the margin of the paper
     * @param known what the desk knows of a reception, by its id; empty when there is no such reception
     * @param filed told after every filing and correction that belongs to a reception; the same declaration may come twice
     */
    public Declarations(
            DataSource database,
            Clock clock,
            Frames frames,
            FieldRules rules,
            Supplier<String> rulesVersion,
            Function<String, Optional<Prefill>> known,
            Consumer<Filed> filed) {
        book = new DeclarationBook(new DeclarationStore(database), clock, filed);
        pages = new DeclarationPages(frames, book, rules, new DeclarationPaper(rulesVersion), known);
        actions = new DeclarationActions(
                book,
                pages,
                rules,
                visit -> !visit.isEmpty() && known.apply(visit).isPresent());
    }

    /** Brings the schema {@code declaration} up to date. */
    public static void migrate(DataSource database) {
        DeclarationStore.migrate(database);
    }

    /** The controller that shows: {@code /declarations…} and the PDFs. */
    public DeclarationPages pages() {
        return pages;
    }

    /** The controller that acts: {@code POST} to {@code /declarations…}. */
    public DeclarationActions actions() {
        return actions;
    }

    /** 保管中 – what a declaration says now; empty when there is none any more. */
    public Optional<Declaration> find(String declaration) {
        return book.find(declaration).map(kept -> kept.latest().said());
    }

    /** 受付の申立書 – the latest one filed for a reception, as it says now; empty when none is kept. The claim's remarks (摘要欄) are taken from it. */
    public Optional<Declaration> ofVisit(String visit) {
        return book.ofVisit(visit).map(kept -> kept.latest().said());
    }

    /**
     * 破棄 – removes everything a declaration says, older versions too, and records that. There is no way back (R-UNK-13).
     *
     * @param operator who, for the record: a log-in name, or the part of the program that does it by itself
     * @return false when there was no such declaration any more
     */
    public boolean destroy(String declaration, DestructionReason reason, String operator) {
        return book.destroy(declaration, reason, operator);
    }

    /**
     * 受付の申立書の破棄 – {@link #destroy} for all declarations of one reception, such as when its claim was paid.
     *
     * @return how many there were
     */
    public int destroyOfVisit(String visit, DestructionReason reason, String operator) {
        return book.destroyOfVisit(visit, reason, operator);
    }
}
