package madoguchi.policy;

import madoguchi.core.Text;

/** 受診の場面 – an occasion for which a rule of its own exists. */
public enum Occasion implements Listed {
    /** An ordinary visit. */
    ORDINARY("通常", "ordinary"),
    /** 修学旅行等 – a school trip or camp of a few days under teachers, where carrying the card is not easy. */
    SCHOOL_EVENT("学校行事（カードの携帯が容易でない）", "school event, carrying the card is not easy");

    private final Text label;

    Occasion(String ja, String en) {
        this.label = new Text(ja, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
