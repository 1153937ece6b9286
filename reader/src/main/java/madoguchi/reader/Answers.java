package madoguchi.reader;

import java.util.EnumSet;
import java.util.Set;
import madoguchi.core.ConsentScope;

/**
 * 回答（同意） – what the patient agreed to so far. What was not answered is not in it, and what is not in it is "no".
 *
 * @param agreed 閲覧に同意したもの
 * @param settled what needs no more asking, agreed or not
 * @param subsidies 受給者証を利用する
 * @param link 診察券として使う
 */
public record Answers(Set<ConsentScope> agreed, Set<Question> settled, boolean subsidies, boolean link) {

    /** 質問 – what the reader asks one by one. */
    public enum Question {
        /** 閲覧同意（薬剤・診療・手術・健診）. */
        RECORDS,
        /** 特定疾病療養受療証. */
        DISEASES,
        /** 医療費助成の受給者証. */
        SUBSIDIES,
        /** 診察券一体化. */
        LINK
    }

    static final Answers NONE = new Answers(Set.of(), Set.of(), false, false);

    /** Copies the sets. */
    public Answers {
        agreed = Set.copyOf(agreed);
        settled = Set.copyOf(settled);
    }

    Answers agreeing(Set<ConsentScope> scopes) {
        Set<ConsentScope> more = EnumSet.noneOf(ConsentScope.class);
        more.addAll(agreed);
        more.addAll(scopes);
        return new Answers(more, settled, subsidies, link);
    }

    Answers settling(Question question) {
        Set<Question> more = EnumSet.of(question);
        more.addAll(settled);
        return new Answers(agreed, more, subsidies, link);
    }

    Answers withSubsidies(boolean yes) {
        return new Answers(agreed, settled, yes, link);
    }

    Answers withLink(boolean yes) {
        return new Answers(agreed, settled, subsidies, yes);
    }
}
