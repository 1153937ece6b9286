package madoguchi.hub;

import java.util.List;
import java.util.function.Consumer;

/** 人ごとの事実 – where a report reads the facts from: person by person, a range of persons at a time. */
interface PersonFacts {

    /** The highest internal id of a person; 0 where there is none. */
    long lastPerson();

    /** Hands on the facts of each person with {@code from <= id < until}, in order of recording. May be called by several threads at once. */
    void eachPerson(long from, long until, Consumer<List<Fact>> reader);
}
