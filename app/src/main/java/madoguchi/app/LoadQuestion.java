package madoguchi.app;

import java.util.List;

/** 負荷の1問 – one prepared request, and what its answer has to contain. */
final class LoadQuestion {

    private final byte[] request;
    private final List<String> expected;
    private final boolean found;

    /**
     * A question.
     *
     * @param request bytes to send; taken over, not copied
     * @param expected words the body of a right answer contains
     * @param found whether the person asked for is registered
     */
    LoadQuestion(byte[] request, List<String> expected, boolean found) {
        this.request = request;
        this.expected = expected;
        this.found = found;
    }

    byte[] request() {
        return request;
    }

    boolean isAboutRegistered() {
        return found;
    }

    /** Whether the response is the one this question must have. */
    boolean isAnsweredBy(LoadConnection.Response response) {
        return response.status() == 200 && expected.stream().allMatch(response.body()::contains);
    }
}
