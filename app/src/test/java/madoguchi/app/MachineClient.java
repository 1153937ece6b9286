package madoguchi.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;

/** A facility's machine in front of the agency: its claims over mutual TLS. */
record MachineClient(DemoTown town, String facility) {

    HttpResponse<String> send(Path file) throws Exception {
        return send(BodyPublishers.ofFile(file));
    }

    HttpResponse<String> send(byte[] file) throws Exception {
        return send(BodyPublishers.ofByteArray(file));
    }

    private HttpResponse<String> send(BodyPublisher body) throws Exception {
        return client().send(
                        HttpRequest.newBuilder(api(""))
                                .header("Content-Type", "application/octet-stream")
                                .POST(body)
                                .build(),
                        BodyHandlers.ofString());
    }

    /** What the agency tells below {@code /api/claims}. */
    HttpResponse<String> get(String below) throws Exception {
        return client().send(HttpRequest.newBuilder(api(below)).build(), BodyHandlers.ofString());
    }

    private HttpClient client() throws Exception {
        return Tls.client(new DevelopmentCa(town.settings.pki(), Clock.system(Server.TOKYO)), facility);
    }

    private URI api(String below) {
        return URI.create("https://localhost:" + town.settings.machinePort() + "/api/claims" + below);
    }
}
