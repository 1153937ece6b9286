package madoguchi.desk;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import madoguchi.core.Ceiling;
import madoguchi.core.CeilingKind;
import madoguchi.core.Period;
import madoguchi.core.RecipientNumber;
import madoguchi.core.Reply;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.SubsidyCertificate;

/** Invented certificates for the desk's tests. */
final class SubsidySample {

    private SubsidySample() {}

    /** 指定難病 with a monthly ceiling for everything together. */
    static SubsidyCertificate nanbyo(long ceiling) {
        return certificate("54139993", "5400015", ceiling, LocalDate.of(2026, 12, 31), false, "見本　花子");
    }

    static SubsidyCertificate certificate(
            String payer, String recipient, long ceiling, LocalDate through, boolean reimbursed, String printed) {
        return new SubsidyCertificate(
                "特定医療費（指定難病）受給者証",
                "架空県",
                Optional.of(payer),
                Optional.of(new RecipientNumber(recipient)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("C1"),
                List.of(),
                Optional.empty(),
                reimbursed,
                Period.through(LocalDate.of(2026, 1, 1), through),
                List.of(new Ceiling(CeilingKind.MEDICAL_DENTAL_ALL, Ceiling.Span.MONTH, ceiling, Optional.empty())),
                Set.copyOf(EnumSet.allOf(CeilingKind.class)),
                Optional.empty(),
                List.of(new SubsidyCertificate.FaceItem("氏名", printed)));
    }

    /** An active coverage with this beside it. */
    static Reply with(SubsidyAnswer subsidies) {
        return Sample.active(Sample.HANAKO).withSubsidies(subsidies);
    }

    static Reply found(SubsidyCertificate... certificates) {
        return with(new SubsidyAnswer.Found(List.of(certificates)));
    }

    static Reply nothing(SubsidyAnswer.Absence absence) {
        return with(new SubsidyAnswer.Nothing(absence));
    }
}
