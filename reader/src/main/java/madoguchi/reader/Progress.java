package madoguchi.reader;

/**
 * 確認後の進み – whom the reader is asking, and what was answered so far.
 *
 * @param who the confirmed person
 * @param answers so far
 */
public record Progress(Identified who, Answers answers) {

    Progress with(Answers more) {
        return new Progress(who, more);
    }
}
