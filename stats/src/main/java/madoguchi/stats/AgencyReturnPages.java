package madoguchi.stats;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 全国の返戻の画面 – what the agency sent back in all, by month and rule, down to the receipts. For operators and auditors; shows no person. */
@RestController
@RequestMapping(AgencyReturnPages.PATH)
public final class AgencyReturnPages extends ReturnPages {

    static final String PATH = "/stats/nation/returns";

    AgencyReturnPages(ReturnScreens screens) {
        super(screens);
    }
}
