package madoguchi.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import madoguchi.survey.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 回の画面 – how one round stands, its links and forms, and the answers that come as files and scans. Names no facility. */
@RestController
public final class RoundPages {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int MOST_FORMS = 200;

    private final Surveys surveys;
    private final SurveySite site;

    RoundPages(Surveys surveys, Frames frames) {
        this.surveys = surveys;
        this.site = new SurveySite(surveys, frames);
    }

    /** How a round stands. */
    @GetMapping(SurveySite.ROUND)
    ResponseEntity<String> round(HttpServletRequest request, @PathVariable int number) {
        return site.of(number, round -> round(request, HttpStatus.OK, round, Optional.empty(), List.of()));
    }

    private ResponseEntity<String> round(
            HttpServletRequest request, HttpStatus status, Round round, Optional<Text> done, List<Problem> problems) {
        Frame frame = site.frame(request, "第" + round.number() + "弾の調査", "Round " + round.number());
        Tabulation tabulation = surveys.tabulation(round);
        return Html.page(
                status,
                frame,
                TEMPLATES.surveyRound(
                        frame,
                        new RoundView(
                                round,
                                surveys.questionnaires().of(round),
                                tabulation,
                                surveys.replies().responses(round).stream()
                                        .collect(Collectors.groupingBy(Response::channel, Collectors.counting())),
                                surveys.scans().pending(round, 10_000).size(),
                                surveys.scans().unread(round),
                                done,
                                problems,
                                surveys.rounds().isOpen(round))));
    }

    /** Takes an answer file. */
    @PostMapping(SurveySite.ROUND + "/answers")
    ResponseEntity<String> take(
            HttpServletRequest request, Principal user, @PathVariable int number, @RequestParam MultipartFile file)
            throws IOException {
        String csv = new String(file.getBytes(), StandardCharsets.UTF_8);
        return site.of(
                number,
                round -> result(
                        request,
                        round,
                        surveys.replies()
                                .take(round, csv, user.getName())
                                .map(rows -> new Text(rows + "件を取り込みました。", rows + " forms were taken."))));
    }

    /** Takes a scan. */
    @PostMapping(SurveySite.ROUND + "/scans")
    ResponseEntity<String> scan(
            HttpServletRequest request, Principal user, @PathVariable int number, @RequestParam MultipartFile file)
            throws IOException {
        byte[] bytes = file.getBytes();
        return site.of(
                number,
                round -> result(
                        request,
                        round,
                        surveys.scans()
                                .take(round, bytes, user.getName())
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
    @GetMapping(SurveySite.ROUND + "/forms.pdf")
    ResponseEntity<byte[]> forms(
            @PathVariable int number,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(defaultValue = "1") int to) {
        return surveys.rounds()
                .of(number)
                .filter(round -> from >= 1 && from <= to && to <= round.addressees() && to - from < MOST_FORMS)
                .map(round -> SurveySite.file(
                        "survey-" + number + "-" + from + "-" + to + ".pdf",
                        MediaType.APPLICATION_PDF,
                        surveys.forms(round, from, to)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The links, one for each addressee: number and path. */
    @GetMapping(SurveySite.ROUND + "/links.csv")
    ResponseEntity<byte[]> links(@PathVariable int number) {
        return surveys.rounds()
                .of(number)
                .map(round -> surveys.rounds().tokens(round).stream()
                        .map(token -> token.split("-", -1)[1] + ",/survey/answer/" + token + "\r\n")
                        .collect(Collectors.joining("", "\uFEFF番号,回答用のアドレス\r\n", "")))
                .map(csv -> SurveySite.csv("survey-" + number + "-links.csv", csv))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** An empty answer file. */
    @GetMapping(SurveySite.ROUND + "/answers.csv")
    ResponseEntity<byte[]> template(@PathVariable int number) {
        return surveys.rounds()
                .of(number)
                .map(round -> SurveySite.csv(
                        "survey-" + number + "-answers.csv",
                        "\uFEFF" + AnswerFile.header(surveys.questionnaires().of(round))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** 締切 – takes no more answers by web. */
    @PostMapping(SurveySite.ROUND + "/closing")
    ResponseEntity<String> close(HttpServletRequest request, Principal user, @PathVariable int number) {
        return site.of(number, round -> {
            surveys.rounds().close(round, user.getName());
            return SurveySite.to(SurveySite.PATH + "/rounds/" + number);
        });
    }
}
