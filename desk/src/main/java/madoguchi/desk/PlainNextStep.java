package madoguchi.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Text;

/** 次の一手（規則表なし）. */
final class PlainNextStep implements NextStep {

    @Override
    public Step of(Visit visit) {
        Text sentence =
                switch (visit.answer()) {
                    case Answer.Active a -> new Text("資格を確認できました。このまま受け付けてください。", "Verified. Accept the patient.");
                    case Answer.ActiveUnregistered a -> new Text("医療券が未登録です。", "No ticket is registered yet.");
                    case Answer.Inactive a -> new Text("新しい資格を確認してください。", "Ask for newer coverage.");
                    case Answer.InactiveNewExists a -> new Text("新しい資格を確認してください。", "Ask for newer coverage.");
                    case Answer.NotFound a -> new Text("番号と生年月日を見直してください。", "Check number and birth date.");
                    case Answer.Ambiguous a -> new Text("枝番を入れて、もう一度照会してください。", "Ask again with the branch.");
                    case Answer.Unreachable a -> new Text("回答がありません。受付は続けられます。", "No answer. Go on.");
                    case Answer.NotAsked a -> new Text("照会しています。", "Asking.");
                };
        return new Step(sentence, Optional.empty(), List.of(), "-", List.of(), Text.same(""), false, Optional.empty());
    }
}
