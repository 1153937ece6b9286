package madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import madoguchi.core.Problem;
import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void theScriptIsReadLineByLine() {
        Script script = Script.parse("""
                        # 試験の台本
                        next = delay 3s
                        next = zip
                        id P000123 = err   # 架空 花子
                        insured 06139992 42 = half 500ms
                        insured 139991 007 = system-error
                        """).orElseThrow();

        assertThat(script.next()).containsExactly(new Scripted.Delay(Duration.ofSeconds(3)), new Scripted.Zipped());
        assertThat(script.forPerson(Samples.hanakoSearch())).contains(new Scripted.ErrFile());
        Search jiro =
                new Search(Samples.jiroLost().id(), Samples.jiroLost().holder().birth(), false, Optional.empty());
        assertThat(script.forPerson(jiro)).contains(new Scripted.HalfWritten(Duration.ofMillis(500)));
    }

    @Test
    void everyBadLineIsNamed() {
        assertThat(Script.parse("next = soon\nid = err\nnext = plain\nwhat\n").problems())
                .extracting(Problem::place)
                .containsExactly("script.txt:1", "script.txt:2", "script.txt:4");
    }
}
