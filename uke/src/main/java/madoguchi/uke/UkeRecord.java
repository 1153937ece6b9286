package madoguchi.uke;

/**
 * 型のある記録 – what a line says, read from its bytes when asked. Every view keeps its line, so nothing is lost by it. A record that is not listed, or that this kind of file has no layout for, is {@link Other}.
 */
public sealed interface UkeRecord permits IR, RE, HO, KO, SN, JD, MF, Disease, Charge, CO, SJ, GO, Other {

    /** The line it is a view of. */
    Line line();

    /** The typed view of a line. */
    static UkeRecord of(Line line) {
        if (!line.layout().isKnown()) {
            return new Other(line);
        }
        return switch (line.id()) {
            case IR, UK, YK -> new IR(line);
            case RE -> new RE(line);
            case HO -> new HO(line);
            case KO -> new KO(line);
            case SN -> new SN(line);
            case JD -> new JD(line);
            case MF -> new MF(line);
            case SY, HS -> new Disease(line);
            case SI, IY, TO, SS -> line.kind() == FileKind.DISPENSING ? new Other(line) : new Charge(line);
            case CO, TK -> new CO(line);
            case SJ -> new SJ(line);
            case GO -> new GO(line);
            default -> new Other(line);
        };
    }
}
