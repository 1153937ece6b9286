package madoguchi.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.json.CoreJson;
import madoguchi.review.Acknowledgement.State;
import madoguchi.web.MachineAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * レセプトの受付（HTTP） – {@code POST /api/claims} takes a claim file of any size as its body and acknowledges it; {@code GET …/{reception}} repeats the acknowledgement; {@code GET …/{reception}/results.csv} and
 * {@code …/results.pdf} give the result letter once it was settled. The facility is known by its client certificate. A reception of another facility is answered like one that does not exist. Ours: the
 * official interface is not public.
 */
@RestController
public final class ClaimsApi {

    /** Where claim files are posted. */
    public static final String PATH = "/api/claims";

    /** Everything below. */
    public static final String BELOW = PATH + "/**";

    private final Agency agency;
    private final IntakeStore files;
    private final RunStore runs;

    ClaimsApi(Agency agency, IntakeStore files, RunStore runs) {
        this.agency = agency;
        this.files = files;
        this.runs = runs;
    }

    /** 受付結果 as the facility gets it. */
    record Told(
            String reception,
            Instant at,
            State state,
            String sha256,
            long receipts,
            long accepted,
            long setAside,
            long repeated,
            long points,
            List<Problem> problems) {
        static Told of(Acknowledgement told) {
            return new Told(
                    told.reception(),
                    told.at(),
                    told.state(),
                    told.sha256(),
                    told.receipts(),
                    told.accepted(),
                    told.setAside(),
                    told.repeated(),
                    told.points(),
                    told.problems());
        }
    }

    /** 200 with the acknowledgement when at least one receipt was taken, also when the same file comes again; 422 with all reasons when nothing was; 401 without a facility's certificate. */
    @PostMapping(PATH)
    ResponseEntity<String> take(InputStream file, @Nullable Principal principal) throws IOException {
        Optional<MedicalInstitutionCode> facility = facility(principal);
        if (facility.isEmpty()) {
            return json(HttpStatus.UNAUTHORIZED, nobody());
        }
        Acknowledgement told = agency.take(file, facility, bytes -> {});
        return json(told.state() == State.REFUSED ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, Told.of(told));
    }

    /** 200 with the acknowledgement; 404 for a number this facility does not have. */
    @GetMapping(PATH + "/{reception}")
    ResponseEntity<String> look(@PathVariable String reception, @Nullable Principal principal) {
        return own(reception, principal)
                .map(told -> json(HttpStatus.OK, Told.of(told)))
                .orElseGet(() -> json(HttpStatus.NOT_FOUND, unknown()));
    }

    /** The letter as CSV; 404 before it was settled, for a number this facility does not have, and where nothing is to be told. */
    @GetMapping(PATH + "/{reception}/results.csv")
    ResponseEntity<Object> csv(@PathVariable String reception, @Nullable Principal principal) {
        return letter(reception, principal, ".csv", MediaType.parseMediaType("text/csv;charset=UTF-8"));
    }

    /** The letter as PDF; 404 likewise. */
    @GetMapping(PATH + "/{reception}/results.pdf")
    ResponseEntity<Object> pdf(@PathVariable String reception, @Nullable Principal principal) {
        return letter(reception, principal, ".pdf", MediaType.APPLICATION_PDF);
    }

    /** The database is away: nothing was taken, come again. */
    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<String> down() {
        return MachineAnswer.later(CoreJson.mapper()
                .writeValueAsString(List.of(Problem.at(
                        "reception",
                        "受け付けられません。しばらくしてからもう一度送ってください。",
                        "It cannot be taken now. Send it again in a while."))));
    }

    private ResponseEntity<Object> letter(
            String reception, @Nullable Principal principal, String ending, MediaType type) {
        Optional<Path> path = own(reception, principal)
                .flatMap(told -> runs.runOf(told.id())
                        .map(run -> Path.of(run.folder())
                                .resolve("letters")
                                .resolve(told.facility().orElseThrow().digits())
                                .resolve(told.reception() + ending)))
                .filter(Files::exists);
        return path.<ResponseEntity<Object>>map(file -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(type)
                        .body(new FileSystemResource(file)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<Acknowledgement> own(String reception, @Nullable Principal principal) {
        return Reception.id(reception)
                .flatMap(files::file)
                .filter(told -> told.reception().equals(reception)
                        && told.facility().isPresent()
                        && told.facility().equals(facility(principal)));
    }

    private static Optional<MedicalInstitutionCode> facility(@Nullable Principal principal) {
        return Optional.ofNullable(principal)
                .map(known -> MedicalInstitutionCode.parse("certificate", known.getName()))
                .filter(parsed -> parsed.problems().isEmpty())
                .map(Parsed::orElseThrow);
    }

    private static List<Problem> nobody() {
        return List.of(Problem.at(
                "certificate",
                "医療機関コードのクライアント証明書が必要です。",
                "A claim file needs a client certificate that names a facility."));
    }

    private static List<Problem> unknown() {
        return List.of(Problem.at("reception", "この受付番号はありません。", "There is no such reception."));
    }

    private static ResponseEntity<String> json(HttpStatus status, Object body) {
        return MachineAnswer.of(status, CoreJson.mapper().writeValueAsString(body));
    }
}
