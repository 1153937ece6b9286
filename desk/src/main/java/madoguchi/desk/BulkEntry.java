package madoguchi.desk;

import madoguchi.core.BulkQuestion;

/**
 * 一括照会の名簿の1人.
 *
 * @param own 患者番号 of the facility; empty where none was given
 * @param name what the list calls the patient; empty where none was given
 * @param question what is asked; its identifier leads from the result back to this entry
 */
public record BulkEntry(String own, String name, BulkQuestion question) {

    /** Never prints the person. */
    @Override
    public String toString() {
        return "BulkEntry[…]";
    }
}
