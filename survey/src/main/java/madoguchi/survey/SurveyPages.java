package madoguchi.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.core.Wareki;
import madoguchi.survey.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 調査の運営画面 – rounds, links and forms, answers from files and scans, doubtful marks, and the report. Names no facility. */
@RestController
public final class SurveyPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/survey";
    private static final String ROUND = PATH + "/rounds/{number}";
    private static final int MOST_FORMS = 200;
    private static final int DOUBTS = 40;

    private final Surveys surveys;
    private final Frames frames;

    SurveyPages(Surveys surveys, Frames frames) {
        this.surveys = surveys;
        this.frames = frames;
    }

    private Frame frame(HttpServletRequest request, String ja, String en) {
        Frame frame = frames.of(request, new Text(ja, en));
        return new Frame(
                frame.lang(),
                frame.title(),
                frame.place(),
                frame.user(),
                frame.csrf(),
                request.getMethod().equals("GET") ? frame.path() : PATH,
                frame.links(),
                List.of());
    }

    /** All rounds with their rates, published ones too. */
    @GetMapping(PATH)
    ResponseEntity<String> overview(HttpServletRequest request) {
        return overview(request, HttpStatus.OK, Map.of(), List.of());
    }

    private ResponseEntity<String> overview(
            HttpServletRequest request, HttpStatus status, Map<String, String> typed, List<Problem> problems) {
        Frame frame = frame(request, "調査", "Survey");
        return Html.page(
                status,
                frame,
                TEMPLATES.survey(
                        frame,
                        SurveyRound.published(),
                        surveys.rounds(),
                        List.copyOf(surveys.questionnaires().keySet()),
                        typed,
                        problems));
    }

    /** Opens a round. All faults at once. */
    @PostMapping(PATH + "/rounds")
    ResponseEntity<String> open(HttpServletRequest request, Principal user, @RequestParam Map<String, String> fields) {
        List<Problem> problems = new ArrayList<>();
        Optional<Integer> number =
                AnswerCheck.number(fields.getOrDefault("number", "")).filter(typed -> typed > 0 && typed < 1000);
        if (number.flatMap(surveys::round).isPresent() || number.isEmpty()) {
            problems.add(Problem.at(
                    "number",
                    "まだ使っていない回の番号（1～999）を書いてください。",
                    "Write a number of a round (1 to 999) that is not taken."));
        }
        Optional<Integer> version =
                AnswerCheck.number(fields.getOrDefault("version", "")).filter(surveys.questionnaires()::containsKey);
        if (version.isEmpty()) {
            problems.add(Problem.at("version", "登録されている調査票の版を選んでください。", "Choose a registered version."));
        }
        Optional<LocalDate> first = day("first", fields, problems);
        Optional<LocalDate> last = day("last", fields, problems);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            problems.add(Problem.at("last", "終わりの日は始めの日より後にしてください。", "The last day must not be before the first."));
        }
        List<String> facilities = facilities(fields.getOrDefault("facilities", ""), problems);
        Optional<Integer> addressees = facilities.isEmpty()
                ? AnswerCheck.number(fields.getOrDefault("addressees", "")).filter(typed -> typed > 0)
                : Optional.of(facilities.size());
        if (addressees.isEmpty()) {
            problems.add(Problem.at(
                    "addressees",
                    "送信できる宛先の数を書くか、医療機関コードを貼り付けてください。",
                    "Write the number of addressees, or paste their codes."));
        }
        if (!problems.isEmpty()) {
            return overview(request, HttpStatus.UNPROCESSABLE_CONTENT, fields, problems);
        }
        surveys.open(
                new Round(
                        number.orElseThrow(),
                        version.orElseThrow(),
                        first.orElseThrow(),
                        last.orElseThrow(),
                        addressees.orElseThrow(),
                        false),
                facilities,
                user.getName());
        return to(PATH + "/rounds/" + number.orElseThrow());
    }

    private static Optional<LocalDate> day(String field, Map<String, String> fields, List<Problem> problems) {
        Parsed<LocalDate> day = Wareki.parse(field, fields.getOrDefault(field, ""));
        problems.addAll(day.problems());
        return day instanceof Parsed.Value<LocalDate>(var value) ? Optional.of(value) : Optional.empty();
    }

    private static List<String> facilities(String pasted, List<Problem> problems) {
        List<String> lines = pasted.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (MedicalInstitutionCode.parse("facilities", lines.get(i))
                    instanceof Parsed.Value<MedicalInstitutionCode>(var code)) {
                codes.add(code.digits());
            } else {
                problems.add(Problem.at(
                        "facilities", (i + 1) + "行目：医療機関コードは10桁の数字です。", "Line " + (i + 1) + ": a code has 10 digits."));
            }
        }
        if (codes.stream().distinct().count() < codes.size()) {
            problems.add(Problem.at("facilities", "同じ医療機関コードが2つ以上あります。", "A code stands there twice."));
        }
        return codes;
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    private ResponseEntity<String> of(int number, Function<Round, ResponseEntity<String>> page) {
        return surveys.round(number)
                .map(page)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** How a round stands. */
    @GetMapping(ROUND)
    ResponseEntity<String> round(HttpServletRequest request, @PathVariable int number) {
        return of(number, round -> round(request, HttpStatus.OK, round, Optional.empty(), List.of()));
    }

    private ResponseEntity<String> round(
            HttpServletRequest request, HttpStatus status, Round round, Optional<Text> done, List<Problem> problems) {
        Frame frame = frame(request, "第" + round.number() + "弾の調査", "Round " + round.number());
        Tabulation tabulation = surveys.tabulation(round);
        return Html.page(
                status,
                frame,
                TEMPLATES.surveyRound(
                        frame,
                        new RoundView(
                                round,
                                surveys.questionnaire(round),
                                tabulation,
                                surveys.responses(round).stream()
                                        .collect(Collectors.groupingBy(Response::channel, Collectors.counting())),
                                surveys.pending(round, 10_000).size(),
                                surveys.unread(round),
                                done,
                                problems,
                                round.isOpen(surveys.today()))));
    }

    /** Takes an answer file. */
    @PostMapping(ROUND + "/answers")
    ResponseEntity<String> take(
            HttpServletRequest request, Principal user, @PathVariable int number, @RequestParam MultipartFile file)
            throws IOException {
        String csv = new String(file.getBytes(), StandardCharsets.UTF_8);
        return of(
                number,
                round -> result(
                        request,
                        round,
                        surveys.take(round, csv, user.getName())
                                .map(rows -> new Text(rows + "件を取り込みました。", rows + " forms were taken."))));
    }

    /** Takes a scan. */
    @PostMapping(ROUND + "/scans")
    ResponseEntity<String> scan(
            HttpServletRequest request, Principal user, @PathVariable int number, @RequestParam MultipartFile file)
            throws IOException {
        byte[] bytes = file.getBytes();
        return of(
                number,
                round -> result(
                        request,
                        round,
                        surveys.scan(round, bytes, user.getName())
                                .map(read -> new Text(
                                        read.pages() + "ページを読みました。すぐ数えられるもの" + read.answers() + "、確かめるもの"
                                                + read.doubtful() + "、読めないもの" + read.unread() + "。",
                                        read.pages() + " pages read: " + read.answers() + " complete, "
                                                + read.doubtful() + " to be checked, " + read.unread()
                                                + " not readable."))));
    }

    private ResponseEntity<String> result(HttpServletRequest request, Round round, Parsed<Text> done) {
        return switch (done) {
            case Parsed.Value<Text>(var text) -> round(request, HttpStatus.OK, round, Optional.of(text), List.of());
            case Parsed.Faults<Text>(var problems) ->
                round(request, HttpStatus.UNPROCESSABLE_CONTENT, round, Optional.empty(), problems);
        };
    }

    /** Printed forms of the addressees from one number to another, as PDF. */
    @GetMapping(ROUND + "/forms.pdf")
    ResponseEntity<byte[]> forms(
            @PathVariable int number,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(defaultValue = "1") int to) {
        return surveys.round(number)
                .filter(round -> from >= 1 && from <= to && to <= round.addressees() && to - from < MOST_FORMS)
                .map(round -> file(
                        "survey-" + number + "-" + from + "-" + to + ".pdf",
                        MediaType.APPLICATION_PDF,
                        surveys.forms(round, from, to)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The links, one for each addressee: number and path. */
    @GetMapping(ROUND + "/links.csv")
    ResponseEntity<byte[]> links(@PathVariable int number) {
        return surveys.round(number)
                .map(round -> surveys.tokens(round).stream()
                        .map(token -> token.split("-", -1)[1] + ",/survey/answer/" + token + "\r\n")
                        .collect(Collectors.joining("", "\uFEFF番号,回答用のアドレス\r\n", "")))
                .map(csv -> csv("survey-" + number + "-links.csv", csv))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** An empty answer file. */
    @GetMapping(ROUND + "/answers.csv")
    ResponseEntity<byte[]> template(@PathVariable int number) {
        return surveys.round(number)
                .map(round -> csv(
                        "survey-" + number + "-answers.csv",
                        "\uFEFF" + AnswerFile.header(surveys.questionnaire(round))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> csv(String name, String csv) {
        return file(name, new MediaType("text", "csv", StandardCharsets.UTF_8), csv.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }

    /** The report. */
    @GetMapping(ROUND + "/report")
    ResponseEntity<String> report(HttpServletRequest request, @PathVariable int number) {
        return of(number, round -> {
            Frame frame = frame(request, "第" + number + "弾の結果", "Results of round " + number);
            return Html.page(frame, TEMPLATES.surveyReport(frame, surveys.report(round)));
        });
    }

    /** The report as CSV, in the shape of the release. */
    @GetMapping(ROUND + "/report.csv")
    ResponseEntity<byte[]> reportCsv(@PathVariable int number) {
        return surveys.round(number)
                .map(round -> csv("survey-" + number + ".csv", ReleaseCsv.of(surveys.report(round))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The report as PDF. */
    @GetMapping(ROUND + "/report.pdf")
    ResponseEntity<byte[]> reportPdf(@PathVariable int number) {
        return surveys.round(number)
                .map(round -> file(
                        "survey-" + number + ".pdf", MediaType.APPLICATION_PDF, ReportPaper.pdf(surveys.report(round))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** One question by another; the threshold may be chosen from 3 up. */
    @GetMapping(ROUND + "/cross")
    ResponseEntity<String> cross(
            HttpServletRequest request,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String columns,
            @RequestParam(defaultValue = "" + Surveys.THRESHOLD) int threshold) {
        return of(number, round -> {
            Questionnaire questionnaire = surveys.questionnaire(round);
            List<Question> questions = questionnaire.questions().stream()
                    .filter(Question::hasBoxes)
                    .toList();
            Optional<CrossTable> table = questionnaire
                    .question(rows)
                    .filter(Question::hasBoxes)
                    .flatMap(row -> questionnaire
                            .question(columns)
                            .filter(column -> column.hasBoxes() && !column.equals(row))
                            .map(column -> CrossTable.of(
                                    surveys.tabulation(round).counted().valid(), row, column, Math.max(3, threshold))));
            Frame frame = frame(request, "クロス集計", "Cross tabulation");
            return Html.page(frame, TEMPLATES.surveyCross(frame, round, questions, table, rows, columns));
        });
    }

    /** Open answers, by theme or by words. */
    @GetMapping(ROUND + "/open")
    ResponseEntity<String> open(
            HttpServletRequest request,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String theme) {
        return of(number, round -> {
            List<Question> questions = surveys.questionnaire(round).questions().stream()
                    .filter(one -> one.kind() == QuestionKind.OPEN)
                    .toList();
            if (questions.isEmpty()) {
                return ResponseEntity.notFound().build();
            }
            Question chosen = questions.stream()
                    .filter(one -> one.id().equals(question))
                    .findFirst()
                    .orElse(questions.getFirst());
            OpenAnswers answers =
                    OpenAnswers.to(chosen, surveys.tabulation(round).counted().valid());
            List<OpenAnswers.Group> groups = answers.groups();
            List<OpenAnswers.Written> shown = theme.isEmpty()
                    ? answers.search(words, 200)
                    : groups.stream()
                            .filter(group ->
                                    group.theme().map(Theme::id).orElse("other").equals(theme))
                            .flatMap(group -> group.answers().stream())
                            .toList();
            Frame frame = frame(request, "自由記述", "Open answers");
            return Html.page(frame, TEMPLATES.surveyOpen(frame, round, questions, chosen, groups, shown, words, theme));
        });
    }

    /** Doubtful marks with their pictures. */
    @GetMapping(ROUND + "/doubts")
    ResponseEntity<String> doubts(HttpServletRequest request, @PathVariable int number) {
        return of(number, round -> doubts(request, HttpStatus.OK, round, Map.of(), List.of()));
    }

    private ResponseEntity<String> doubts(
            HttpServletRequest request,
            HttpStatus status,
            Round round,
            Map<String, String> typed,
            List<Problem> problems) {
        Frame frame = frame(request, "確かめるところ", "To be checked");
        List<PendingDoubt> pending = surveys.pending(round, DOUBTS);
        return Html.page(
                status,
                frame,
                TEMPLATES.surveyDoubts(frame, round, surveys.questionnaire(round), pending, typed, problems));
    }

    /** Decides those that were answered; the others stay. */
    @PostMapping(ROUND + "/doubts")
    ResponseEntity<String> decide(
            HttpServletRequest request,
            Principal user,
            @PathVariable int number,
            @RequestParam Map<String, String> fields) {
        return of(number, round -> {
            Map<PendingDoubt, String> values = new LinkedHashMap<>();
            surveys.pending(round, DOUBTS)
                    .forEach(doubt -> Optional.ofNullable(fields.get("d" + doubt.id()))
                            .filter(value -> !value.isBlank() || fields.containsKey("empty" + doubt.id()))
                            .ifPresent(value -> values.put(doubt, value)));
            List<Problem> problems = surveys.decide(round, values, user.getName());
            return problems.isEmpty()
                    ? to(PATH + "/rounds/" + number + "/doubts")
                    : doubts(request, HttpStatus.UNPROCESSABLE_CONTENT, round, fields, problems);
        });
    }

    /** Questionnaires, and one of them in full. */
    @GetMapping(PATH + "/questionnaires")
    ResponseEntity<String> questionnaires(HttpServletRequest request, @RequestParam(defaultValue = "0") int version) {
        return questionnaires(request, HttpStatus.OK, version, "", List.of());
    }

    private ResponseEntity<String> questionnaires(
            HttpServletRequest request, HttpStatus status, int version, String typed, List<Problem> problems) {
        Map<Integer, Questionnaire> all = surveys.questionnaires();
        Questionnaire shown = Optional.ofNullable(all.get(version))
                .orElseGet(() -> surveys.questionnaires().lastEntry().getValue());
        Frame frame = frame(request, "調査票", "Questionnaires");
        return Html.page(
                status,
                frame,
                TEMPLATES.surveyQuestionnaires(frame, List.copyOf(all.values()), shown, typed, problems));
    }

    /** Takes a new version. */
    @PostMapping(PATH + "/questionnaires")
    ResponseEntity<String> addQuestionnaire(HttpServletRequest request, Principal user, @RequestParam String content) {
        return switch (surveys.addQuestionnaire(content, user.getName())) {
            case Parsed.Value<Questionnaire>(var added) -> to(PATH + "/questionnaires?version=" + added.version());
            case Parsed.Faults<Questionnaire>(var problems) ->
                questionnaires(request, HttpStatus.UNPROCESSABLE_CONTENT, 0, content, problems);
        };
    }

    /** The file of the bundled questionnaire, to begin a new one with. */
    @GetMapping(PATH + "/questionnaires/sample.yaml")
    ResponseEntity<byte[]> sample() {
        return file(
                "questionnaire.yaml",
                MediaType.TEXT_PLAIN,
                Resources.text("questionnaire-7.yaml").getBytes(StandardCharsets.UTF_8));
    }
}
