package madoguchi.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import madoguchi.core.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read plainly is, to the byte, what the forgiving reader makes of the same line; and nothing faulty is read plainly. */
class PlainRegistrationTest {

    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

    /** Cells of every kind; each may come into any column. */
    private static final List<String> CELLS = List.of(
            "",
            "0",
            "1",
            "2",
            "3",
            "9",
            "00",
            "01",
            "07",
            "A1",
            "99",
            "7",
            "030",
            "3割",
            "000",
            "0012",
            "A03",
            "19870412",
            "20240229",
            "20230229",
            "20200401",
            "20200331",
            "99991231",
            "00000101",
            "00010101",
            "20201301",
            "20200431",
            "S62.4.12",
            "１９８７０４１２",
            "138016",
            "138017",
            "06138010",
            "00138016",
            "39139993",
            "12-34",
            "測定",
            "千代田１２−３",
            "ab12",
            "0000",
            "123456789012345678901",
            "架空　太郎",
            "架空　花子",
            "架空",
            "架空　太郎　二世",
            "　太郎",
            "架空　",
            " 架空",
            "ｶｸｳ ﾀﾛｳ",
            "ｶｸｳ",
            "NGUYEN VAN A",
            "𠮷田　●子",
            "葛\uDB40\uDD00城　﨑",
            "a\u0000b",
            "a\u0085b",
            "東京都架空区試験町1-2-3",
            "東京都架空区試験町１",
            "東京都",
            "100-0001",
            FileOf.myNumber(7),
            "012345678901");

    private final Random random = new Random(20);
    private final UnderstoodLine.Writer writer = new UnderstoodLine.Writer(KEY);
    private final Naming naming = new Naming();

    @Test
    void whatIsReadPlainlyIsWhatTheForgivingReaderReads() {
        int plain = 0;
        for (int round = 0; round < 60; round++) {
            List<Map<String, String>> lines = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                lines.add(changed(FileOf.line(i, full(i))));
            }
            plain += compared(lines);
        }
        assertThat(plain).as("lines read plainly, of 6000").isBetween(1_500, 5_000);
    }

    @ParameterizedTest
    @CsvSource({
        "異動区分,9",
        "不開示,1",
        "枝番,7",
        "枝番,''",
        "番号,000",
        "番号,0012",
        "番号,AB12",
        "記号,''",
        "記号,測定",
        "氏名カナ,ｶｸｳ ﾀﾛｳ",
        "氏名カナ,ｶｸｳ",
        "被保険者氏名,架空　太郎",
        "被保険者氏名,架空　花子",
        "被保険者氏名,別名　花子",
        "被保険者氏名,架空　",
        "氏名その他,通称　太郎",
        "住所,東京都架空区試験町1-2-3",
        "住所,東京都",
        "郵便番号,100-0001",
        "資格喪失年月日,20270401",
        "資格喪失年月日,20200401",
        "喪失事由,99",
        "交付年月日,20191231",
        "有効開始年月日,20200401",
        "一部負担金割合,030",
        "未就学区分,1",
        "性別2,2",
        "本人家族,2",
        "被保険者証区分,A1",
        "生年月日,18890731"
    })
    void aLineWrittenAsTheFormatSaysIsReadPlainly(String column, String cell) {
        int expected = cell.endsWith("　") ? 0 : 1;
        assertThat(compared(List.of(FileOf.line(1, column, cell)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "異動区分,2",
        "個人番号,123456789012",
        "保険者番号,138017",
        "保険者番号,00138016",
        "番号,12-34",
        "番号,ab",
        "番号,１２",
        "記号,123456789012345678901",
        "枝番,A1",
        "資格喪失年月日,20200331",
        "有効終了年月日,20200331",
        "生年月日,20230229",
        "生年月日,S62.4.12",
        "一部負担金割合,3割",
        "高齢有効開始,20250801",
        "特定疾病,1::20250801::0",
        "氏名,' 架空'",
        "性別1,９"
    })
    void aLineWrittenOtherwiseIsLeftToTheForgivingReader(String column, String cell) {
        assertThat(compared(List.of(FileOf.line(1, column, cell)))).isZero();
    }

    /** Every column that a plain line may have. */
    private static String[] full(int person) {
        return new String[] {
            "被保険者氏名",
            person % 2 == 0 ? "架空　太郎" : "架空　花子",
            "氏名カナ",
            "ｶｸｳ ﾀﾛｳ",
            "氏名その他",
            "",
            "氏名その他カナ",
            "",
            "本人家族",
            "1",
            "性別2",
            "",
            "郵便番号",
            "100-0001",
            "住所",
            "東京都架空区試験町1-2-3",
            "資格喪失年月日",
            "",
            "喪失事由",
            "",
            "交付年月日",
            "20200401",
            "有効開始年月日",
            "20200401",
            "有効終了年月日",
            "20270331",
            "一部負担金割合",
            "",
            "未就学区分",
            "0",
            "高齢負担割合",
            "",
            "特定疾病",
            "",
            "不開示",
            ""
        };
    }

    private Map<String, String> changed(Map<String, String> line) {
        List<String> columns = List.copyOf(line.keySet());
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            line.put(columns.get(random.nextInt(columns.size())), CELLS.get(random.nextInt(CELLS.size())));
        }
        return line;
    }

    /** How many of the lines were read plainly. */
    private int compared(List<Map<String, String>> people) {
        Iterator<Cells> lines =
                new PlainLines(new StringReader(FileOf.lines(people).text("\r\n")));
        Map<String, Integer> places = Line.places(lines.next().all(), Registration.COLUMNS);
        PlainRegistration plain = new PlainRegistration(places);
        int read = 0;
        while (lines.hasNext()) {
            Cells line = lines.next();
            Optional<UnderstoodLine> understood = plain.read((PlainLine) line, MyNumber.mac(KEY));
            Parsed<Registration> forgiven = Registration.parse(new Line(places, line));
            if (understood.isPresent()) {
                assertThat(forgiven.problems()).isEmpty();
                mustBeSame(understood.get(), writer.of(forgiven.orElseThrow()));
                read++;
            }
        }
        return read;
    }

    private void mustBeSame(UnderstoodLine plain, UnderstoodLine forgiven) {
        assertThat(plain.packed().bytes()).isEqualTo(forgiven.packed().bytes());
        assertThat(plain.person()).isEqualTo(forgiven.person());
        assertThat(plain.insurer()).isEqualTo(forgiven.insurer());
        assertThat(plain.asked()).isEqualTo(forgiven.asked());
        assertThat(plain.withdrawn()).isEqualTo(forgiven.withdrawn());
        assertThat(plain.suppressed()).isEqualTo(forgiven.suppressed());
        for (long person : new long[] {1, 123_456, 12_345_678_901L}) {
            assertThat(naming.of(plain.name(), person)).isEqualTo(naming.of(forgiven.name(), person));
        }
    }
}
