package madoguchi.nation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import madoguchi.uke.ClaimReader;
import madoguchi.uke.Line;
import madoguchi.uke.Part;

/** 一区切りずつ読む – the parts of an input in portions of a megabyte; head and foot are told apart. */
final class Portions {

    private static final int PORTION = 1 << 20;

    private final ClaimReader reader;
    private final Taking taking;

    /** 受け取る側. */
    interface Taking {
        /** There is something; told once, before anything else. The head is empty where the input has none. */
        void begin(byte[] head) throws IOException;

        /** Some whole parts, in order; may be none. */
        void portion(List<Part> parts) throws IOException;

        /** The end, with the lines of the foot. */
        void end(List<Line> foot) throws IOException;
    }

    Portions(ClaimReader reader, Taking taking) {
        this.reader = reader;
        this.taking = taking;
    }

    void read() throws IOException {
        List<Part> portion = new ArrayList<>();
        List<Line> foot = new ArrayList<>();
        long size = 0;
        boolean begun = false;
        while (reader.hasNext()) {
            Part part = reader.next();
            if (size >= PORTION && !(part instanceof Part.Stray)) {
                taking.portion(portion);
                portion = new ArrayList<>(portion.size());
                size = 0;
            }
            boolean head = part instanceof Part.Head && !begun;
            if (!begun) {
                taking.begin(head ? part.lines().bytes() : new byte[0]);
                begun = true;
            }
            if (head) {
                continue;
            }
            if (part instanceof Part.Foot last) {
                foot.addAll(last.lines());
            } else {
                portion.add(part);
                size += part.lines().length();
            }
        }
        taking.portion(portion);
        taking.end(foot);
    }
}
