package madoguchi.desk;

/** 次の一手 – decides what the clerk does next for a reception as it stands. */
@FunctionalInterface
interface NextStep {

    Step of(Visit visit);
}
