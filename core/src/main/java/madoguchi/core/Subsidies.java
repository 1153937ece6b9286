package madoguchi.core;

/** 医療費助成の照会先 – the port through which the hub of eligibility asks the hub of subsidies (PMH), beside its own answer. */
@FunctionalInterface
public interface Subsidies {

    /**
     * Asks once. Trouble is an {@link SubsidyAnswer.Unreachable}, never an exception. Who did not want to be asked about gets {@link SubsidyAnswer.Absence#DECLINED}, of whom nothing was asked
     * {@link SubsidyAnswer.NotAsked}; a certificate that must stay hidden (不開示) is as if it did not exist.
     */
    SubsidyAnswer inquire(SubsidyInquiry inquiry);

    /** The peer where there is no hub of subsidies: nobody asks. */
    static Subsidies none() {
        return inquiry -> new SubsidyAnswer.NotAsked();
    }
}
