package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFiguresTest {

    @Test
    void everyFigureIsPrintedAndNothingIsLeftBehind(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        IndexFigures.print(3_000, folder, new PrintStream(text, true, StandardCharsets.UTF_8));

        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("persons 3,000", "coverages 3,750", "bytes a person", "1 スレッド", "2 スレッド", "saved");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theInventedPersonsAreAllDifferentAndTheSameEachTime() {
        Set<String> numbers = new HashSet<>();
        for (int serial = 0; serial < 5_000; serial++) {
            var id = IndexPeople.id(serial);
            numbers.add(id.insurer() + "/" + id.number() + "/" + id.branch().orElseThrow());
            assertThat(IndexPeople.facts(serial, 7)).isEqualTo(IndexPeople.facts(serial, 7));
        }
        assertThat(numbers).hasSize(5_000);
    }
}
