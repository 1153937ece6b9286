package madoguchi.survey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.survey.AddresseeTokens.Addressee;

/** 回答の受付 – drafts and answers by web, answer files, and everything that has arrived. */
final class Replies {

    private final SurveyStore store;
    private final Rounds rounds;
    private final Questionnaires questionnaires;
    private final Prefill prefill;
    private final Clock clock;

    Replies(SurveyStore store, Rounds rounds, Questionnaires questionnaires, Prefill prefill, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.questionnaires = questionnaires;
        this.prefill = prefill;
        this.clock = clock;
    }

    /** Keeps a draft; the last one is shown again. */
    void saveDraft(Addressee addressee, Answers answers) {
        Round round = rounds.of(addressee);
        String respondent = AnswerLines.respondent(addressee.number());
        Instant now = clock.instant();
        store.addDraft(
                round.number(), respondent, now, AnswerLines.line(questionnaires.of(round), now, respondent, answers));
    }

    /** Takes an answer by web. */
    void send(Addressee addressee, Answers answers) {
        Round round = rounds.of(addressee);
        String respondent = AnswerLines.respondent(addressee.number());
        Instant now = clock.instant();
        store.addResponse(
                round.number(),
                respondent,
                now,
                Channel.WEB,
                AnswerLines.line(questionnaires.of(round), now, respondent, answers));
    }

    boolean hasAnswered(Addressee addressee) {
        return store.hasAnswered(addressee.round(), AnswerLines.respondent(addressee.number()));
    }

    Optional<Answers> draft(Addressee addressee) {
        Round round = rounds.of(addressee);
        return store.draft(round.number(), AnswerLines.respondent(addressee.number()))
                .map(line -> AnswerLines.read(questionnaires.of(round), line)
                        .getFirst()
                        .answers());
    }

    /** What the facility's own log says, if the round's list names the facility and it consents; empty otherwise. */
    Map<String, Integer> figures(Addressee addressee) {
        Round round = rounds.of(addressee);
        return store.facility(addressee.round(), addressee.number())
                .filter(store::consents)
                .map(facility -> prefill.counts(new MedicalInstitutionCode(facility), round.first(), round.last()))
                .orElse(Map.of());
    }

    /** 到着した回答 – all of a round, in their order. */
    List<Response> responses(Round round) {
        List<SurveyStore.Arrived> arrived = store.responses(round.number());
        if (arrived.isEmpty()) {
            return List.of();
        }
        List<Response> read = AnswerLines.read(
                questionnaires.of(round),
                arrived.stream().map(SurveyStore.Arrived::line).collect(Collectors.joining()));
        return IntStream.range(0, arrived.size())
                .mapToObj(i -> new Response(
                        arrived.get(i).id(),
                        arrived.get(i).at(),
                        arrived.get(i).respondent(),
                        arrived.get(i).channel(),
                        read.get(i).answers()))
                .toList();
    }

    /** Takes an answer file: how many rows, or all faults and nothing taken. The same file twice is a fault. */
    Parsed<Integer> take(Round round, String csv, String by) {
        Questionnaire questionnaire = questionnaires.of(round);
        if (!(AnswerFile.read(questionnaire, csv) instanceof Parsed.Value<List<Response>>(var rows))) {
            return new Parsed.Faults<>(AnswerFile.read(questionnaire, csv).problems());
        }
        return store.alone(() -> {
            if (!store.addImport(
                    round.number(),
                    Fingerprint.of(csv.getBytes(StandardCharsets.UTF_8)),
                    clock.instant(),
                    by,
                    rows.size())) {
                return Parsed.fault("file", "同じファイルはもう取り込みました。", "This file was taken before.");
            }
            rows.forEach(row -> store.addResponse(
                    round.number(),
                    row.respondent(),
                    row.receivedAt(),
                    Channel.IMPORT,
                    AnswerFile.line(questionnaire, row)));
            return Parsed.of(rows.size());
        });
    }
}
