package madoguchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import madoguchi.core.Answer;
import madoguchi.core.Caller;
import madoguchi.core.Filed;
import madoguchi.core.Filing;
import madoguchi.core.Hub;
import madoguchi.core.Inquiry;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.ReferenceNumber;
import madoguchi.core.Reply;
import madoguchi.hub.HubApi;
import madoguchi.json.CoreJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub and a clinic as two processes over mutual TLS, sharing nothing but the folder of certificates. */
class TwoProcessesTest {

    private static final Clock CLOCK = Clock.system(Server.TOKYO);
    private static final InventedFile PEOPLE = new InventedFile(1, 3);

    @TempDir
    static Path folder;

    private static Path pki;
    private static int hubPort;
    private static int clinicPort;
    private static int machinePort;
    private static ChildJvm hub;
    private static ChildJvm clinic;

    @BeforeAll
    static void start() throws IOException {
        pki = folder.resolve("pki");
        hubPort = DemoTown.freePort();
        clinicPort = DemoTown.freePort();
        machinePort = DemoTown.freePort();
        hub = startHub();
        clinic = ChildJvm.madoguchi(
                "serve",
                "--role",
                "clinic",
                "--data",
                folder.resolve("clinic"),
                "--pki",
                pki,
                "--port",
                clinicPort,
                "--hub-url",
                "https://localhost:" + machinePort);
        hub.ready(hubPort);
        clinic.ready(clinicPort);
        Path file = PEOPLE.write(folder);
        assertThat(Madoguchi.run("import", "--data", folder.resolve("hub").toString(), file.toString()))
                .isZero();
    }

    private static ChildJvm startHub() throws IOException {
        return ChildJvm.madoguchi(
                "serve",
                "--role",
                "hub",
                "--data",
                folder.resolve("hub"),
                "--pki",
                pki,
                "--port",
                hubPort,
                "--machine-port",
                machinePort);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        assertThat(hub.stop()).isLessThan(Duration.ofSeconds(10));
        assertThat(clinic.stop()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anInquiryOfTheClinicIsAnsweredByTheHub() throws Exception {
        Reply reply = AskingFacility.ask(AskingFacility.hub(pki, machinePort), PEOPLE, 0);
        assertThat(reply.answer()).isInstanceOf(Answer.Active.class);
        assertThat(reply.verification()).isPresent();
        assertThat(reply.proof()).isPresent();
    }

    @Test
    void aCardIsAskedForAndAReferenceNumberRegisteredOverMutualTls() throws Exception {
        for (Path file : PEOPLE.writeCards(folder)) {
            assertThat(Madoguchi.run("import", "--data", folder.resolve("hub").toString(), file.toString()))
                    .isZero();
        }
        Hub asked = AskingFacility.hub(pki, machinePort);
        Caller facility = new Caller(new MedicalInstitutionCode(AskingFacility.CODE), "test", "test");
        Inquiry inquiry = Inquiry.byCard(PEOPLE.card(1), LocalDate.of(2026, 11, 21), facility);
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!(asked.inquire(inquiry).answer() instanceof Answer.Active)) {
            assertThat(System.nanoTime()).as("waiting for the links").isLessThan(deadline);
        }

        assertThat(asked.file(new Filing.Reference(
                        PEOPLE.insured(1),
                        Optional.of(InventedFile.BIRTH),
                        new ReferenceNumber("P-1"),
                        false,
                        facility)))
                .isInstanceOf(Filed.Taken.class);
        assertThat(asked.inquire(inquiry).referenceNumber()).contains("P-1");
        assertThat(asked.inquire(Inquiry.byCard(PEOPLE.card(99), inquiry.day(), facility))
                        .answer())
                .isEqualTo(new Answer.NotFound());
    }

    @Test
    void anInquiryOnTheCommandLineIsAnsweredInBothLanguages() {
        Spoken spoken = Spoken.by(
                "inquire",
                "--insurer",
                "139998",
                "--symbol",
                "9-9",
                "--number",
                PEOPLE.insuredNumber(0),
                "--branch",
                "01",
                "--birth",
                "H2.1.1",
                "--pki",
                pki.toString(),
                "--hub-url",
                "https://localhost:" + machinePort);
        assertThat(spoken.code()).isZero();
        assertThat(spoken.out()).contains("● 有効 / active", "架空　人", "照会記録 verification: ");
    }

    @Test
    void twoProcessesThatMakeTheCertificatesAtOnceEndUpWithOneRoot() throws Exception {
        assertThat(AskingFacility.ask(AskingFacility.hub(pki, machinePort), PEOPLE, 1)
                        .answer())
                .isInstanceOf(Answer.Active.class);
    }

    @Test
    void withoutACertificateTheHandshakeFails() throws Exception {
        HttpClient nobody = HttpClient.newBuilder().sslContext(trustingAnyone()).build();
        assertThatThrownBy(() -> nobody.send(post(body(AskingFacility.CODE)), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> nobody.send(get("/healthz"), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        Path foreign = folder.resolve("foreign");
        DevelopmentCa other = new DevelopmentCa(foreign, CLOCK);
        SSLContext context = Tls.context(
                other.client(AskingFacility.CODE), other.password(), new TrustManager[] {new TrustAnyone()});
        HttpClient stranger = HttpClient.newBuilder().sslContext(context).build();
        assertThatThrownBy(() -> stranger.send(post(body(AskingFacility.CODE)), HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFacilityDoesNotTrustAHubOfAnotherAuthority() throws Exception {
        Reply reply = AskingFacility.ask(AskingFacility.hub(folder.resolve("foreign"), machinePort), PEOPLE, 0);
        assertThat(reply.answer()).isInstanceOf(Answer.Unreachable.class);
        assertThat(reply.verification()).isEmpty();
    }

    @Test
    void nobodyAsksInAnotherFacilitysName() throws Exception {
        HttpResponse<String> refused = facility().send(post(body("1310000001")), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body()).doesNotContain(PEOPLE.insuredNumber(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not JSON", "{}", "{\"kind\":\"NUMBER\",\"birth\":\"19900101 Kakuu Taro\"}"})
    void anUnreadableInquiryIsAProblemThatDoesNotRepeatIt(String body) throws Exception {
        HttpResponse<String> refused = facility().send(post(body), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"status\":400").doesNotContain("Taro");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "/login", "/login/code", "/hub", "/hub/registrations", "/accounts", "/accounts/audit",
                        "/account/password",
                "/town", "/rules", "/error", "/api", "/api/inquiries/", "/api/inquiries/1", "/api/../hub",
                        "/api/inquiries;x=/hub",
                "/actuator", "/css/app.css"
            })
    void nothingButTheApiAnswersOnTheMachinesPort(String path) throws Exception {
        HttpResponse<String> denied = facility().send(get(path), HttpResponse.BodyHandlers.ofString());
        assertThat(denied.statusCode()).as(path).isIn(400, 403, 404);
        assertThat(denied.body()).doesNotContain("<form", "password");
    }

    @Test
    void theApiIsNotOnTheStaffsPort() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + hubPort + HubApi.PATH))
                .POST(HttpRequest.BodyPublishers.ofString(body(AskingFacility.CODE)))
                .build();
        HttpResponse<String> denied = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(denied.statusCode()).isIn(302, 303, 401, 403, 404);
        assertThat(denied.body()).doesNotContain("coverages");
    }

    @Test
    void whileTheHubIsDownNothingIsSaidAboutThePersonAndAfterwardsItAnswersAgain() throws Exception {
        var asking = AskingFacility.hub(pki, machinePort);
        assertThat(AskingFacility.ask(asking, PEOPLE, 2).answer()).isInstanceOf(Answer.Active.class);
        hub.stop();
        assertThat(AskingFacility.ask(asking, PEOPLE, 2).answer())
                .isInstanceOfSatisfying(
                        Answer.Unreachable.class,
                        lost -> assertThat(lost.cause()).isEqualTo(Answer.Cause.NETWORK));
        hub = startHub().ready(hubPort);
        assertThat(AskingFacility.ask(asking, PEOPLE, 2).answer()).isInstanceOf(Answer.Active.class);
    }

    private static HttpClient facility() throws IOException, GeneralSecurityException {
        return Tls.client(new DevelopmentCa(pki, CLOCK), AskingFacility.CODE);
    }

    private static String body(String facility) {
        return CoreJson.mapper()
                .writeValueAsString(Inquiry.byNumber(
                        PEOPLE.insured(0),
                        InventedFile.BIRTH,
                        LocalDate.of(2026, 11, 21),
                        false,
                        new Caller(new MedicalInstitutionCode(facility), "test", "test")));
    }

    private static HttpRequest post(String body) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + machinePort + HubApi.PATH))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + machinePort + path))
                .build();
    }

    private static SSLContext trustingAnyone() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAnyone()}, new SecureRandom());
        return context;
    }

    /** Does not mind who the hub is, so that only the hub's refusal is tested. */
    private static final class TrustAnyone extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
