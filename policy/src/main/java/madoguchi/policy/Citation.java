package madoguchi.policy;

/**
 * 出典 – a place in a document.
 *
 * @param document the document
 * @param heading the heading, question or number under which it stands
 */
public record Citation(Document document, String heading) {}
