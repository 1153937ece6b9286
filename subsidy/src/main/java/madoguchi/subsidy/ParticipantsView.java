package madoguchi.subsidy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import madoguchi.core.Typed;

/**
 * 参加の進み具合の画面 – a country of more than 1,400 municipalities on one page: how many stand where, and of the rows so many as can be read.
 *
 * @param asked what was looked for in names, codes and certificates; empty for everything
 * @param municipalities how many there are
 * @param stages how many types of certificate stand at each stage, those without one left out
 * @param schemes the rows that fit, at most {@value #MOST}
 * @param moreSchemes how many fit beyond these
 * @param facilities the rows that fit, at most {@value #MOST}
 * @param moreFacilities how many fit beyond these
 */
public record ParticipantsView(
        String asked,
        long municipalities,
        Map<Onboarding.Stage, Long> stages,
        List<Onboarding> schemes,
        long moreSchemes,
        List<Onboarding> facilities,
        long moreFacilities) {

    private static final int MOST = 200;

    /** What is shown on a day. */
    static ParticipantsView of(List<Onboarding> schemes, List<Onboarding> facilities, String typed, LocalDate today) {
        String asked = Typed.halfWidth(typed).strip();
        List<Onboarding> found = fitting(schemes, asked);
        List<Onboarding> where = fitting(facilities, asked);
        return new ParticipantsView(
                asked,
                schemes.stream().map(one -> one.participant().code()).distinct().count(),
                schemes.stream()
                        .collect(Collectors.groupingBy(one -> one.stage(today), TreeMap::new, Collectors.counting())),
                found.stream().limit(MOST).toList(),
                Math.max(0, found.size() - MOST),
                where.stream().limit(MOST).toList(),
                Math.max(0, where.size() - MOST));
    }

    private static List<Onboarding> fitting(List<Onboarding> all, String asked) {
        String wanted = asked.toLowerCase(Locale.ROOT);
        return all.stream().filter(one -> said(one).contains(wanted)).toList();
    }

    private static String said(Onboarding one) {
        Participant who = one.participant();
        return Typed.halfWidth(String.join("\n", who.name(), who.code(), who.certificate(), who.type(), who.scheme()))
                .toLowerCase(Locale.ROOT);
    }
}
