package madoguchi.terminal;

import java.time.Instant;
import madoguchi.core.Parsed;

/** 資格確認結果の読み書き – codec of {@code OQSsiquc01res_} and {@code …res_face_} files ({@code oqs-interface.md} §3). Pure. */
public final class Responses {

    private Responses() {}

    /**
     * Reads an answer in UTF-8 or Shift_JIS, children in any order. Elements that core has no place for are kept in {@code reply.extras()}.
     *
     * @param readAt stands in when the file does not say when it was made
     * @return the answer, or every fault when it cannot be understood
     */
    public static Parsed<Response> read(byte[] file, Instant readAt) {
        return Xml.read(file).then(root -> new ResponseReading(root, readAt).response());
    }

    /**
     * The file for an answer, elements in the order of the layout. Limit information is written only with consent; specific diseases only in face files, because a request cannot carry that
     * consent. An answer that is none becomes a header error (処理結果区分 9) with a placeholder code. Extras are not written back.
     */
    public static byte[] write(Response response, OqsCharset charset) {
        return new ResponseWriting(response, charset).bytes();
    }
}
