package madoguchi.reader;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.CertificateStanding;
import madoguchi.core.ConsentScope;
import madoguchi.core.TokenKind;
import madoguchi.core.Wareki;
import madoguchi.reader.Event.Tap;
import madoguchi.reader.KioskScreen.Choice;
import madoguchi.reader.KioskScreen.Digits;
import madoguchi.reader.KioskScreen.Longer;

/** 画面を作る – what each state looks like, in the words of the message files. Pure: the state decides, the texts speak. */
final class Screens {

    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final Texts texts = new Texts();
    private final Faults faults = Faults.load();

    /** The screen of that moment. */
    KioskScreen of(Reader.Snapshot now, Instant at, Times times) {
        return new Draft(now, at, times).screen();
    }

    String text(View view, String key) {
        return texts.of(view.speech(), key);
    }

    /** 段階 – the stretches of the way, in order. */
    private enum Step {
        PLACE(1),
        CONFIRM(2),
        ASK(3),
        END(4);

        private final int number;

        Step(int number) {
            this.number = number;
        }
    }

    private static Optional<Step> step(State state) {
        return switch (state) {
            case State.Idle s -> Optional.empty();
            case State.Failed s -> Optional.empty();
            case State.Forgotten s -> Optional.empty();
            case State.StaffCode s -> Optional.empty();
            case State.StaffChecking s -> Optional.empty();
            case State.Detecting s -> Optional.of(Step.PLACE);
            case State.PhoneKind s -> Optional.of(Step.PLACE);
            case State.Method s -> Optional.of(Step.CONFIRM);
            case State.Face s -> Optional.of(Step.CONFIRM);
            case State.FaceRetry s -> Optional.of(Step.CONFIRM);
            case State.FaceLocked s -> Optional.of(Step.CONFIRM);
            case State.PinEntry s -> Optional.of(Step.CONFIRM);
            case State.PinLocked s -> Optional.of(Step.CONFIRM);
            case State.Visual s -> Optional.of(Step.CONFIRM);
            case State.PhonePin s -> Optional.of(Step.CONFIRM);
            case State.PhoneHold s -> Optional.of(Step.CONFIRM);
            case State.PhoneReading s -> Optional.of(Step.CONFIRM);
            case State.Asking s -> Optional.of(Step.CONFIRM);
            case State.Enrol s -> Optional.of(Step.CONFIRM);
            case State.Enrolling s -> Optional.of(Step.CONFIRM);
            case State.Alert s -> Optional.of(Step.ASK);
            case State.ConsentAll s -> Optional.of(Step.ASK);
            case State.ConsentEach s -> Optional.of(Step.ASK);
            case State.Diseases s -> Optional.of(Step.ASK);
            case State.Subsidies s -> Optional.of(Step.ASK);
            case State.Link s -> Optional.of(Step.ASK);
            case State.Done s -> Optional.of(Step.END);
        };
    }

    /* Fills in what differs from the plain screen of a state's name. */
    private final class Draft {
        private final Reader.Snapshot now;
        private final View.Speech speech;
        private final Instant at;
        private final Times times;
        private final List<Choice> choices = new ArrayList<>();
        private Optional<String> alarm = Optional.empty();
        private Optional<Digits> digits = Optional.empty();
        private Optional<String> code = Optional.empty();
        private List<String> lines = new ArrayList<>();
        private String name = "";
        private String title = "";
        private String picture = "none";
        private boolean back;
        private boolean cancel = true;

        Draft(Reader.Snapshot now, Instant at, Times times) {
            this.now = now;
            this.speech = now.view().speech();
            this.at = at;
            this.times = times;
        }

        KioskScreen screen() {
            fill(now.session().state());
            return new KioskScreen(
                    now.session().turn(),
                    name,
                    now.view(),
                    step(now.session().state()).map(step -> t("step").formatted(step.number, t("step." + step))),
                    title,
                    lines,
                    alarm,
                    picture,
                    choices,
                    digits,
                    back,
                    cancel,
                    now.until()
                            .map(until ->
                                    Math.max(0, Duration.between(at, until).toSeconds())),
                    longer(),
                    code,
                    name.equals("face"),
                    spoken());
        }

        private Optional<Longer> longer() {
            State state = now.session().state();
            return times.mayBeLonger(state) && now.longer() < times.longer()
                    ? Optional.of(new Longer(
                            times.warning(state).map(Duration::toSeconds).orElse(0L)))
                    : Optional.empty();
        }

        /* In the order in which it matters: what is the matter, what is asked, how to answer. */
        private String spoken() {
            List<String> said = new ArrayList<>();
            alarm.ifPresent(said::add);
            said.add(title);
            said.addAll(lines);
            code.ifPresent(known -> said.add(t("code") + " " + known));
            digits.ifPresent(asked -> said.add(t("voice.digits")));
            for (Choice choice : choices) {
                said.add(t("voice.choice").formatted(choices.indexOf(choice) + 1, choice.label()));
            }
            if (digits.isEmpty()) {
                said.add(t("voice.staff"));
            }
            return said.stream().map(this::ended).collect(Collectors.joining(" "));
        }

        /* A voice pauses at a full stop. */
        private String ended(String sentence) {
            return sentence.matches("(?s).*[.?!。？！]") ? sentence : sentence + t("voice.stop");
        }

        private void fill(State state) {
            switch (state) {
                case State.Idle s ->
                    plain("idle", "place").choice(Tap.PHONE, false).last();
                case State.Detecting s -> plain("detecting", "stay");
                case State.Method(var held) -> plain("method", "stay").means(held);
                case State.Face(var held) -> plain("face", "face").backwards();
                case State.FaceRetry(var held, var why) ->
                    plain("faceRetry", "face")
                            .alarm(t("face." + why))
                            .again(held)
                            .backwards();
                case State.FaceLocked(var held, var why) ->
                    plain("faceLocked", "stay").fault(why).means(held).backwards();
                case State.PinEntry(var held, var left, var wrong) -> {
                    plain("pin", "pin").digits("pin").backwards();
                    left.ifPresent(n -> alarm = Optional.of(t("pin.left").formatted(n)));
                }
                case State.PinLocked(var held) ->
                    plain("pinLocked", "stay")
                            .fault(FaultCode.PIN_LOCKED)
                            .means(held)
                            .backwards();
                case State.StaffCode(var held, var wrong, var paused) -> {
                    plain("staff", "staff").digits("staff").backwards();
                    alarm = wrong ? Optional.of(t("staff.wrong")) : Optional.empty();
                    paused.ifPresent(until -> alarm = Optional.of(
                            t("staff.paused").formatted(CLOCK.format(LocalTime.ofInstant(until, Openings.TOKYO)))));
                }
                case State.StaffChecking s -> plain("staffChecking", "staff");
                case State.Visual(var held, var reading, var staff) -> {
                    if (held.isPresent()) {
                        plain("visual", "staff")
                                .choice(Tap.YES, "visual.yes", true)
                                .choice(Tap.NO, "visual.no", false);
                    } else {
                        plain(reading ? "detecting" : "visualPlace", "place");
                    }
                }
                case State.PhoneKind s ->
                    plain("phoneKind", "phone")
                            .choice(Tap.IPHONE, false)
                            .choice(Tap.ANDROID, false)
                            .backwards();
                case State.PhonePin(var left, var wrong) -> {
                    plain("phonePin", "pin").digits("pin").backwards();
                    left.ifPresent(n -> alarm = Optional.of(t("pin.left").formatted(n)));
                }
                case State.PhoneHold(var kind, var pin) ->
                    plain(kind == TokenKind.IPHONE ? "holdIphone" : "holdAndroid", "phone")
                            .backwards();
                case State.PhoneReading s -> plain("phoneReading", "phone");
                case State.Asking s -> plain("asking", "stay");
                case State.Enrol s -> plain("enrol", "stay").yesNo("enrol");
                case State.Enrolling s -> plain("enrolling", "stay");
                case State.Alert(var progress) -> alert(progress.who());
                case State.ConsentAll s ->
                    plain("consentAll", "stay")
                            .yesNo("consentAll")
                            .choice(Tap.CHOOSE, false)
                            .validity();
                case State.ConsentEach(var progress, var rest) -> each(rest);
                case State.Diseases s ->
                    plain("diseases", "stay").yesNo("diseases").backwards();
                case State.Subsidies s ->
                    plain("subsidies", "stay").yesNo("subsidies").backwards();
                case State.Link s -> plain("link", "stay").yesNo("link").backwards();
                case State.Done(var ending, var there) -> {
                    plain("done." + ending, there ? "take" : "done").last();
                    if (there) {
                        lines.addFirst(title);
                        title = t("take.title");
                    }
                    name = there ? "take" : "done";
                    if (!there) {
                        choice(Tap.NEXT, "failed.next", true);
                    }
                }
                case State.Forgotten s -> {
                    plain("forgotten", "take").last();
                    alarm = Optional.of(t("forgotten.text"));
                    lines = List.of();
                }
                case State.Failed(var fault, var there) -> {
                    plain("failed", there ? "take" : "none").last();
                    lines = new ArrayList<>(List.of(faults.patient(fault, speech)));
                    if (there) {
                        lines.add(t("take.title"));
                    }
                    boolean phone = fault.equals(FaultCode.PHONE);
                    if (phone) {
                        choice(Tap.PHONE, "failed.phone", true);
                    }
                    choice(Tap.NEXT, "failed.next", !phone);
                    code = Optional.of(fault.code());
                }
            }
        }

        private void alert(Identified who) {
            String text = who.standing() instanceof CertificateStanding.Grace(var through)
                    ? plain("grace", "stay").t("grace.text").formatted(day(who.certificateEnd()), day(through))
                    : plain("renewal", "stay").t("renewal.text").formatted(day(who.certificateEnd()));
            lines = List.of(text.split("\\|"));
            choice(Tap.NEXT, true);
        }

        private String day(LocalDate day) {
            return speech == View.Speech.EN ? ENGLISH_DAY.format(day) : Wareki.format(day);
        }

        private void each(List<ConsentScope> rest) {
            plain("consentEach", "stay").yesNo("consentEach").backwards().validity();
            String what = t("scope." + rest.getFirst());
            title = t("consentEach.title").formatted(what);
            lines = new ArrayList<>(List.of(t("scope." + rest.getFirst() + ".text"), t("consent.validity")));
        }

        private Draft plain(String key, String drawing) {
            name = key;
            picture = drawing;
            title = t(key + ".title");
            lines = new ArrayList<>(List.of(t(key + ".text").split("\\|")));
            lines.removeIf(String::isBlank);
            return this;
        }

        private Draft validity() {
            lines.add(t("consent.validity"));
            return this;
        }

        private Draft fault(FaultCode fault) {
            lines = new ArrayList<>(List.of(faults.patient(fault, speech)));
            code = Optional.of(fault.code());
            return this;
        }

        private Draft alarm(String text) {
            alarm = Optional.of(text);
            return this;
        }

        private Draft means(Held held) {
            if (held.face()) {
                choice(Tap.FACE, true);
            }
            if (held.pin()) {
                choice(Tap.PIN, !held.face());
            }
            return this;
        }

        private Draft again(Held held) {
            choice(Tap.FACE, "faceRetry.again", true);
            if (held.pin()) {
                choice(Tap.PIN, false);
            }
            return this;
        }

        private Draft digits(String key) {
            digits = Optional.of(new Digits(t(key + ".label"), t("button.SUBMIT")));
            return this;
        }

        private Draft yesNo(String key) {
            return choice(Tap.YES, key + ".yes", true).choice(Tap.NO, key + ".no", false);
        }

        private Draft choice(Tap tap, boolean primary) {
            return choice(tap, "button." + tap, primary);
        }

        private Draft choice(Tap tap, String key, boolean primary) {
            choices.add(new Choice(tap, t(key), primary));
            return this;
        }

        private Draft backwards() {
            back = true;
            return this;
        }

        private Draft last() {
            cancel = false;
            return this;
        }

        private String t(String key) {
            return texts.of(speech, key);
        }
    }
}
