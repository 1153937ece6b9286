package madoguchi.hub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.BulkHub;
import madoguchi.core.BulkRequest;
import madoguchi.core.BulkResult;
import madoguchi.core.BulkRetrieval;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Problem;
import madoguchi.core.Text;
import org.springframework.dao.DataAccessException;

/** 同じプロセスの一括照会 – the jobs of this hub as one facility sees them. */
public final class LocalBulkHub implements BulkHub {

    private static final Text DOWN =
            new Text("資格確認システムが応答できません。しばらくしてからもう一度お試しください。", "The hub cannot answer now. Try again in a while.");

    private final BulkJobs jobs;
    private final MedicalInstitutionCode facility;

    /** In the name of one facility; requests in another's name are refused. */
    public LocalBulkHub(BulkJobs jobs, MedicalInstitutionCode facility) {
        this.jobs = jobs;
        this.facility = facility;
    }

    @Override
    public Submission submit(BulkRequest request) {
        if (!request.caller().facility().equals(facility)) {
            return refused(Problem.at("facility", "別の医療機関の照会です。", "The request names another facility."));
        }
        return submission(() -> jobs.take(facility, request.id(), new ByteArrayInputStream(BulkText.of(request))));
    }

    @Override
    public Submission retrieve(BulkRetrieval retrieval) {
        if (!retrieval.caller().facility().equals(facility)) {
            return refused(Problem.at("facility", "別の医療機関の照会です。", "The request names another facility."));
        }
        return submission(
                () -> jobs.retrieve(facility, retrieval.id(), new ByteArrayInputStream(RetrievalText.of(retrieval))));
    }

    /** 受付. */
    private interface Taking {
        BulkTaken take() throws IOException;
    }

    private static Submission submission(Taking taking) {
        try {
            return switch (taking.take()) {
                case BulkTaken.Accepted(var reception, var at) -> new Submission.Accepted(reception, at);
                case BulkTaken.Refused(var problems, var tooMany) -> new Submission.Refused(problems);
                case BulkTaken.OtherContent() ->
                    refused(Problem.at("request", "同じ識別子で別の内容が送られています。", "This id was used for other content."));
                case BulkTaken.TooManyOpen(var most) ->
                    refused(Problem.at(
                            "request",
                            "終わっていない一括照会が" + most + "件あります。終わってから送ってください。",
                            most + " bulk inquiries are not finished. Send it when one is."));
            };
        } catch (IOException | DataAccessException broken) {
            return new Submission.NoAnswer(down());
        }
    }

    private static Submission refused(Problem problem) {
        return new Submission.Refused(List.of(problem));
    }

    private static Answer.Unreachable down() {
        return new Answer.Unreachable(Answer.Cause.HUB, Optional.empty(), DOWN);
    }

    @Override
    public Progress look(String reception) {
        try {
            return jobs.job(facility, reception).map(this::progress).orElseGet(Progress.Unknown::new);
        } catch (DataAccessException broken) {
            return new Progress.NoAnswer(down());
        }
    }

    private Progress progress(BulkJob job) {
        if (job.finished()) {
            List<BulkResult> results = new ArrayList<>(job.counts().total());
            jobs.results(job, results::add);
            return new Progress.Finished(job.counts(), results);
        }
        return job.cancelled()
                ? new Progress.Cancelled(job.counts())
                : new Progress.Processing(Optional.of(job.counts()));
    }

    @Override
    public boolean cancel(String reception) {
        try {
            return jobs.cancel(facility, reception).isPresent();
        } catch (DataAccessException broken) {
            return false;
        }
    }
}
