package madoguchi.subsidy;

/**
 * 記録の誤り – what is wrong with one item of one record.
 *
 * @param code which check
 * @param field the item, by its name in the interface; empty for the record as a whole
 */
public record RecordFault(RecordCode code, String field) {

    /** Whether the record is kept aside for it. */
    boolean isError() {
        return code.severity() == RecordCode.Severity.ERROR;
    }
}
