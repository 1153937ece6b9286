package madoguchi.stats;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 自院の返戻の画面 – what came back to this facility, by month and reason, down to the receipts. */
@RestController
public final class FacilityReturnPages {

    static final String PATH = "/stats/returns";

    private final ReturnScreens screens;

    FacilityReturnPages(ReturnScreens screens) {
        this.screens = screens;
    }

    /** Six claim months, and the reasons of the last. */
    @GetMapping(PATH)
    ResponseEntity<String> overview(HttpServletRequest request, @RequestParam Optional<String> month) {
        return screens.overview(request, month);
    }

    /** The same figures as a file. */
    @GetMapping(PATH + "/csv")
    ResponseEntity<byte[]> csv(@RequestParam Optional<String> month) {
        return screens.csv(month);
    }

    /** The receipts behind a figure. */
    @GetMapping(PATH + "/of/{rule}")
    ResponseEntity<String> receipts(
            HttpServletRequest request,
            @PathVariable String rule,
            @RequestParam Optional<String> month,
            @RequestParam(defaultValue = "") String after) {
        return screens.receipts(request, rule, month, after);
    }
}
