package madoguchi.policy;

/**
 * 助成の状況 – all that the desk knows of one subsidy a patient relies on.
 *
 * @param participation whether municipality and scheme take part
 * @param connection whether this facility is connected
 * @param reading what came of reading card or phone
 * @param proof what was seen of it
 */
public record SubsidyCase(
        Participation participation, SubsidyConnection connection, SubsidyReading reading, SubsidyProof proof) {

    /** 確認 – the same after this was seen. */
    public SubsidyCase having(SubsidyProof now) {
        return new SubsidyCase(participation, connection, reading, now);
    }
}
