package madoguchi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Text;
import org.springframework.security.web.csrf.CsrfToken;

/** 枠を作る – knows the place's name and the links of every role, and makes the frame for one request. */
public final class Frames {

    /**
     * 役割ごとの移動先.
     *
     * @param role the role that may go there, without prefix, such as {@code RECEPTION}
     * @param link where
     */
    public record RoleLink(String role, Frame.Link link) {}

    private final String place;
    private final List<RoleLink> links;
    private final List<String> everywhere;

    /** Frames for one place, such as a facility; {@code links} in the order they are shown. */
    public Frames(String place, List<RoleLink> links) {
        this(place, links, List.of());
    }

    /**
     * Frames for one place, whose every page loads some scripts once somebody is signed in.
     *
     * @param everywhere asset names; each finds by itself whether it has anything to do on a page
     */
    public Frames(String place, List<RoleLink> links, List<String> everywhere) {
        this.place = place;
        this.links = List.copyOf(links);
        this.everywhere = List.copyOf(everywhere);
    }

    /** The frame of a page with that title and those scripts. The language switch returns to the same page with the same filters; after a form was sent, without them. */
    public Frame of(HttpServletRequest request, Text title, String... scripts) {
        return new Frame(
                Lang.of(request),
                title,
                place,
                Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName),
                csrf(request),
                address(request),
                links.stream()
                        .filter(link -> request.isUserInRole(link.role()))
                        .map(RoleLink::link)
                        .toList(),
                request.getUserPrincipal() == null
                        ? List.of(scripts)
                        : Stream.concat(Stream.of(scripts), everywhere.stream()).toList());
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || !request.getMethod().equals("GET")
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + query;
    }

    private static Frame.Csrf csrf(HttpServletRequest request) {
        Object token = request.getAttribute(CsrfToken.class.getName());
        return token instanceof CsrfToken csrf
                ? new Frame.Csrf(csrf.getParameterName(), csrf.getToken())
                : new Frame.Csrf("_csrf", "");
    }
}
