package madoguchi.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.core.Text;
import madoguchi.survey.AddresseeTokens.Addressee;
import madoguchi.survey.pages.StaticTemplates;
import madoguchi.web.Frame;
import madoguchi.web.Frames;
import madoguchi.web.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 回答画面 – {@code /survey/answer/TOKEN}, a page of one's own for each addressee, without sign-in: the link is the key. A draft is kept until it is sent; sent again, the later one counts. */
@RestController
public final class AnswerPages {

    /** Where the pages are, for whoever lets them be open to all. */
    public static final String PATHS = "/survey/answer/**";

    private static final String PATH = "/survey/answer/";
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Text TITLE = new Text("調査への回答", "Answer to the survey");

    private final Surveys surveys;
    private final Frames frames;

    AnswerPages(Surveys surveys, Frames frames) {
        this.surveys = surveys;
        this.frames = frames;
    }

    /** The form, with the draft. 404 for a link that is none, 410 outside the period of the round. */
    @GetMapping(PATH + "{token}")
    ResponseEntity<String> form(HttpServletRequest request, @PathVariable String token) {
        return surveys.rounds()
                .addressee(token)
                .map(addressee -> open(addressee)
                        .map(round -> page(
                                request,
                                HttpStatus.OK,
                                view(
                                        token,
                                        addressee,
                                        round,
                                        surveys.replies().draft(addressee).orElse(new Answers(Map.of())),
                                        AnswerView.State.OPENED,
                                        List.of())))
                        .orElseGet(() -> closed(request, addressee)))
                .orElseGet(() -> unknown(request));
    }

    /** Saves a draft, drafts from the facility's log, or sends. 422 with all faults; what was typed stays. */
    @PostMapping(PATH + "{token}")
    ResponseEntity<String> answer(
            HttpServletRequest request,
            @PathVariable String token,
            @RequestParam(defaultValue = "save") String act,
            @RequestParam MultiValueMap<String, String> fields) {
        Optional<Addressee> addressee = surveys.rounds().addressee(token);
        if (addressee.isEmpty()) {
            return unknown(request);
        }
        return open(addressee.get())
                .map(round -> answer(request, token, addressee.get(), round, act, fields))
                .orElseGet(() -> closed(request, addressee.get()));
    }

    private ResponseEntity<String> answer(
            HttpServletRequest request,
            String token,
            Addressee addressee,
            Round round,
            String act,
            MultiValueMap<String, String> fields) {
        SurveyForms read = SurveyForms.read(surveys.questionnaires().of(round), fields);
        if (!read.problems().isEmpty()) {
            return page(
                    request,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    view(token, addressee, round, read.answers(), AnswerView.State.FAULTY, read.problems()));
        }
        return switch (act) {
            case "send" -> send(request, addressee, round, read.answers());
            case "draft" -> {
                Answers drafted = Drafting.of(
                        surveys.questionnaires().of(round), surveys.replies().figures(addressee));
                Answers all = merged(read.answers(), drafted);
                yield page(
                        request,
                        HttpStatus.OK,
                        view(token, addressee, round, all, AnswerView.State.DRAFTED, List.of()));
            }
            default -> {
                surveys.replies().saveDraft(addressee, read.answers());
                yield page(
                        request,
                        HttpStatus.OK,
                        view(token, addressee, round, read.answers(), AnswerView.State.SAVED, List.of()));
            }
        };
    }

    private ResponseEntity<String> send(HttpServletRequest request, Addressee addressee, Round round, Answers answers) {
        if (answers.isBlank()) {
            return notice(
                    request,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    new Text("何も記入されていません。", "Nothing is filled in."),
                    new Text("前の画面に戻り、分かる設問だけでもお答えください。", "Go back and answer what you can."));
        }
        surveys.replies().send(addressee, answers);
        return notice(
                request,
                HttpStatus.OK,
                new Text("回答を受け取りました。ありがとうございました。", "Your answer has arrived. Thank you."),
                new Text(
                        round.last() + "までは同じ画面で直せます。直したときは、後の回答だけを数えます。",
                        "Until " + round.last() + " you can change it on the same page; only the later one counts."));
    }

    /** What was typed stays; the log fills in what was empty. */
    private static Answers merged(Answers typed, Answers drafted) {
        Map<String, Given> merged = new java.util.HashMap<>(drafted.given());
        merged.putAll(typed.given());
        return new Answers(merged);
    }

    private Optional<Round> open(Addressee addressee) {
        return Optional.of(surveys.rounds().of(addressee)).filter(surveys.rounds()::isOpen);
    }

    private AnswerView view(
            String token,
            Addressee addressee,
            Round round,
            Answers answers,
            AnswerView.State state,
            List<madoguchi.core.Problem> problems) {
        return new AnswerView(
                token,
                round,
                surveys.questionnaires().of(round),
                answers,
                problems,
                surveys.replies().figures(addressee),
                state,
                surveys.replies().hasAnswered(addressee));
    }

    private ResponseEntity<String> page(HttpServletRequest request, HttpStatus status, AnswerView view) {
        Frame frame = frame(request);
        return Html.page(status, frame, TEMPLATES.surveyAnswer(frame, view));
    }

    private ResponseEntity<String> closed(HttpServletRequest request, Addressee addressee) {
        Round round = surveys.rounds().of(addressee);
        return notice(
                request,
                HttpStatus.GONE,
                round.isOpen(surveys.rounds().today())
                        ? new Text("この調査の受付は終わりました。", "This survey takes no more answers.")
                        : new Text(
                                "この調査の受付期間は " + round.first() + " から " + round.last() + " までです。",
                                "This survey takes answers from " + round.first() + " to " + round.last() + "."),
                new Text("お急ぎのことは、調査を送った団体へお電話ください。", "If it is urgent, call whoever sent you the survey."));
    }

    private ResponseEntity<String> unknown(HttpServletRequest request) {
        return notice(
                request,
                HttpStatus.NOT_FOUND,
                new Text("この回答用のアドレスは使えません。", "This address is not valid."),
                new Text(
                        "調査票の二次元コードか、送られたアドレスをもう一度開いてください。",
                        "Open the 2-D code on the form, or the address you were sent, once more."));
    }

    private ResponseEntity<String> notice(HttpServletRequest request, HttpStatus status, Text happened, Text now) {
        Frame frame = frame(request);
        return Html.page(status, frame, Html.notice(frame, happened, now, ""));
    }

    /** Without the pages of whoever happens to be signed in. */
    private Frame frame(HttpServletRequest request) {
        Frame frame = frames.of(request, TITLE);
        return new Frame(
                frame.lang(), TITLE, "", Optional.empty(), frame.csrf(), frame.address(), List.of(), List.of());
    }
}
