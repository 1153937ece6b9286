package madoguchi.stats;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 返戻の画面 – the same three answers below two addresses: a facility's own, and everybody's. */
abstract sealed class ReturnPages permits FacilityReturnPages, AgencyReturnPages {

    private final ReturnScreens screens;

    ReturnPages(ReturnScreens screens) {
        this.screens = screens;
    }

    /** Six claim months, and the reasons of the last. */
    @GetMapping
    ResponseEntity<String> overview(HttpServletRequest request, @RequestParam Optional<String> month) {
        return screens.overview(request, month);
    }

    /** The same figures as a file. */
    @GetMapping("/csv")
    ResponseEntity<byte[]> csv(@RequestParam Optional<String> month) {
        return screens.csv(month);
    }

    /** The receipts behind a figure. */
    @GetMapping("/of/{rule}")
    ResponseEntity<String> receipts(
            HttpServletRequest request,
            @PathVariable String rule,
            @RequestParam Optional<String> month,
            @RequestParam(defaultValue = "") String after) {
        return screens.receipts(request, rule, month, after);
    }
}
