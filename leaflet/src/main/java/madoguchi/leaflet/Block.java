package madoguchi.leaflet;

import java.util.List;
import java.util.Optional;

/** 部分 – a piece of a print. */
public sealed interface Block {

    /** 大きな一文 – what everybody should take home. */
    record Lead(String text) implements Block {}

    /** 見出し. */
    record Heading(String text) implements Block {}

    /** 文. */
    record Para(String text) implements Block {}

    /** 注 – small. */
    record Note(String text) implements Block {}

    /** 手順 – numbered. */
    record Steps(List<String> items) implements Block {
        /** Copies the list. */
        public Steps {
            items = List.copyOf(items);
        }
    }

    /** 箇条書き. */
    record Points(List<String> items) implements Block {
        /** Copies the list. */
        public Points {
            items = List.copyOf(items);
        }
    }

    /** 点検欄 – each with a box to tick. */
    record Ticks(List<String> items) implements Block {
        /** Copies the list. */
        public Ticks {
            items = List.copyOf(items);
        }
    }

    /** 印の付いた項目 – a list of things, each with ○, △ or ×. */
    record Marked(List<Item> items) implements Block {
        /** Copies the list. */
        public Marked {
            items = List.copyOf(items);
        }
    }

    /**
     * 項目.
     *
     * @param mark what it is good for
     * @param picture drawn beside it
     * @param name what it is called
     * @param text one sentence about it; may be empty
     */
    record Item(Mark mark, Optional<Picture> picture, String name, String text) {}

    /** 印 – a shape and a colour, never a colour alone. */
    enum Mark {
        /** 使える. */
        YES("○", "yes"),
        /** 条件つき. */
        ASK("△", "ask"),
        /** 使えない. */
        NO("×", "no"),
        /** No judgement. */
        NONE("・", "none");

        private final String shape;
        private final String css;

        Mark(String shape, String css) {
            this.shape = shape;
            this.css = css;
        }

        /** Its shape. */
        public String shape() {
            return shape;
        }

        /** Its style class. */
        public String css() {
            return css;
        }
    }

    /**
     * 表.
     *
     * @param head the column headings; may be empty
     * @param widths of the columns in percent, as many as there are headings
     * @param rows as many cells in each as there are headings
     */
    record Grid(List<String> head, List<Integer> widths, List<List<String>> rows) implements Block {
        /** Copies the lists. */
        public Grid {
            head = List.copyOf(head);
            widths = List.copyOf(widths);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** 書き込む欄 – labels, each with a line to write on. */
    record Blanks(List<String> labels) implements Block {
        /** Copies the list. */
        public Blanks {
            labels = List.copyOf(labels);
        }
    }

    /**
     * 電話 – a number, large.
     *
     * @param name whose
     * @param number as it is dialled
     * @param hours when they answer
     */
    record Phone(String name, String number, String hours) implements Block {}

    /** 囲み – blocks in a frame, with a heading. */
    record Boxed(String heading, List<Block> blocks) implements Block {
        /** Copies the list. */
        public Boxed {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * これまで・これから – what was, what is, side by side.
     *
     * @param situation whom it concerns
     * @param before what was done until now, one sentence for each way it went; may be empty
     * @param after what is done from now on
     * @param source where it stands
     */
    record Turn(String situation, List<String> before, String after, String source) implements Block {
        /** Copies the list. */
        public Turn {
            before = List.copyOf(before);
        }
    }

    /**
     * 新旧の画面 – two screens of a phone, drawn side by side as in seed 000: a sketch, not a picture of the screens.
     *
     * @param situation which screen
     * @param items what stands on both, in order; the values are samples
     * @param before the sentence on the old one; may be empty
     * @param after the sentence on the new one
     * @param source where it stands
     */
    record Screens(String situation, List<String> items, String before, String after, String source) implements Block {
        /** Copies the list. */
        public Screens {
            items = List.copyOf(items);
        }
    }
}
