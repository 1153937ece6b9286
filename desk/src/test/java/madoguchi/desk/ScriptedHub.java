package madoguchi.desk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.Reply;

/** A hub in memory that answers as told and remembers what it was asked. */
final class ScriptedHub implements Hub {

    private final List<Inquiry> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Inquiry, Reply> script;

    ScriptedHub(Function<Inquiry, Reply> script) {
        this.script = script;
    }

    void answers(Function<Inquiry, Reply> next) {
        script = next;
    }

    void forget() {
        asked.clear();
    }

    List<Inquiry> asked() {
        return List.copyOf(asked);
    }

    private volatile Function<Filing, Filed> clerk = filing -> new Filed.Taken(Sample.MORNING);

    void files(Function<Filing, Filed> next) {
        clerk = next;
    }

    @Override
    public Filed file(Filing filing) {
        return clerk.apply(filing);
    }

    @Override
    public Reply inquire(Inquiry inquiry) {
        asked.add(inquiry);
        return script.apply(inquiry);
    }
}
