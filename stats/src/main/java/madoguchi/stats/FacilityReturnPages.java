package madoguchi.stats;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 自院の返戻の画面 – what came back to this facility, by month and reason, down to the receipts. */
@RestController
@RequestMapping(FacilityReturnPages.PATH)
public final class FacilityReturnPages extends ReturnPages {

    static final String PATH = "/stats/returns";

    FacilityReturnPages(ReturnScreens screens) {
        super(screens);
    }
}
