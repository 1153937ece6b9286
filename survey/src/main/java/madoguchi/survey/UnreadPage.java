package madoguchi.survey;

import madoguchi.core.Octets;
import madoguchi.core.Text;

/**
 * 読めなかったページ – kept with its picture, so that somebody can type it in.
 *
 * @param id of the page
 * @param page in its file, from 1
 * @param reason why it could not be read
 * @param picture small, PNG
 */
public record UnreadPage(long id, int page, Text reason, Octets picture) {}
