package madoguchi.hub;

/**
 * 影響を受けた照会 – one entry of the verification log that rested on a wrong link.
 *
 * @param entry the entry
 * @param effect what the wrong link did to the answer
 */
public record AffectedVerification(LoggedVerification entry, RelinkEffect effect) {}
