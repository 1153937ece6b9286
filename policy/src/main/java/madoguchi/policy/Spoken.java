package madoguchi.policy;

/**
 * 患者さんへの言葉 – what to tell the patient.
 *
 * @param ja Japanese
 * @param easy やさしい日本語: short sentences, plain words
 * @param en English
 */
public record Spoken(String ja, String easy, String en) {}
