package madoguchi.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.hub.BulkSettings;
import madoguchi.policy.Facility;

/**
 * 設定 – everything a running process is told.
 *
 * @param role which part runs
 * @param demo whether the sample town is loaded and its page shown
 * @param data folder for everything this process keeps (database, keys, OQS folders)
 * @param pki folder of the certificates between machines; shared by a hub and its clinics on one machine
 * @param checkpoints the file outside the database to which the hub appends its signed checkpoints
 * @param databaseUrl a PostgreSQL to use instead of the embedded one
 * @param staff where the staff's screens are served
 * @param machinePort port for other facilities' machines (mutual TLS); only with a hub
 * @param lanePort port that takes inquiries only, for many facilities at once (mutual TLS); only with a hub, and only where one is wanted
 * @param hubUrl the hub a clinic asks
 * @param facility the facility's code
 * @param facilityName its name on screens
 * @param oqsFolder folders in which this process plays the official terminal for a レセコン
 * @param officialFolder folders of the official terminal which this desk asks instead of a hub
 * @param clearsFace whether this desk is the only reader of the official terminal's {@code face/} and clears it
 * @param rules where changed rules come from
 * @param facilityKind how this facility verifies
 * @param bulk limits and pace of bulk inquiries at the hub
 * @param readers the card readers of this facility; empty where there is no kiosk, or only the demo's
 * @param cardTrust folder of the roots and responders of real cards; empty where the hub takes simulated cards
 */
record Settings(
        Role role,
        boolean demo,
        Path data,
        Path pki,
        Path checkpoints,
        Optional<String> databaseUrl,
        Staff staff,
        int machinePort,
        OptionalInt lanePort,
        URI hubUrl,
        MedicalInstitutionCode facility,
        String facilityName,
        Optional<Path> oqsFolder,
        Optional<Path> officialFolder,
        boolean clearsFace,
        Rules rules,
        Facility facilityKind,
        BulkSettings bulk,
        Optional<Readers> readers,
        Optional<Path> cardTrust) {

    /** A connected facility without a port for inquiries only. */
    Settings(
            Role role,
            boolean demo,
            Path data,
            Path pki,
            Path checkpoints,
            Optional<String> databaseUrl,
            Staff staff,
            int machinePort,
            URI hubUrl,
            MedicalInstitutionCode facility,
            String facilityName,
            Optional<Path> oqsFolder,
            Optional<Path> officialFolder,
            boolean clearsFace,
            Rules rules) {
        this(
                role,
                demo,
                data,
                pki,
                checkpoints,
                databaseUrl,
                staff,
                machinePort,
                OptionalInt.empty(),
                hubUrl,
                facility,
                facilityName,
                oqsFolder,
                officialFolder,
                clearsFace,
                rules,
                Facility.ONLINE,
                BulkSettings.usual(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * 読取機 – readers of PC/SC by their names.
     *
     * @param cards parts of the names of the readers for cards, letters large or small, one for each; not empty
     * @param phones part of the name of the general-purpose reader for phones; empty where there is none
     */
    record Readers(List<String> cards, Optional<String> phones) {
        /** Copies the list. */
        Readers {
            cards = List.copyOf(cards);
        }
    }

    /** The same process with card readers. */
    Settings with(Readers there) {
        return with(Optional.of(there), cardTrust);
    }

    /** The same process for real cards. */
    Settings trusting(Path folder) {
        return with(readers, Optional.of(folder));
    }

    private Settings with(Optional<Readers> others, Optional<Path> trust) {
        return new Settings(
                role,
                demo,
                data,
                pki,
                checkpoints,
                databaseUrl,
                staff,
                machinePort,
                lanePort,
                hubUrl,
                facility,
                facilityName,
                oqsFolder,
                officialFolder,
                clearsFace,
                rules,
                facilityKind,
                bulk,
                others,
                trust);
    }

    /** Whether a screen for patients stands here. */
    boolean hasKiosk() {
        return role.hasClinic() && (demo || readers.isPresent());
    }

    /**
     * 規則の配布.
     *
     * @param from the hub that hands out rules, where it is not in this process
     * @param keys folder of the public keys of those who may issue rules
     * @param every how often to ask, give or take a fifth
     */
    record Rules(URI from, Path keys, Duration every) {

        /** From the hub that is also asked, once a minute, with the keys in the data folder. */
        static Rules standard(Path data, URI hub) {
            return new Rules(hub, data.resolve("rule-keys"), Duration.ofMinutes(1));
        }
    }

    /** Where the checkpoints go unless told otherwise. */
    static Path checkpointsIn(Path data) {
        return data.resolve("audit").resolve("checkpoints.txt");
    }

    /**
     * 職員の画面の場所.
     *
     * @param address network address; beyond loopback the screens are served over TLS only
     * @param port TCP port
     * @param portal the address that patients' browsers see, where that is another than the staff's; passkeys are bound to it
     */
    record Staff(String address, int port, Optional<URI> portal) {

        /** The patients' screens stand where the staff's do. */
        Staff(String address, int port) {
            this(address, port, Optional.empty());
        }

        /** Where patients go. */
        URI patients() {
            return portal.orElseGet(() -> URI.create(url()));
        }

        boolean isLoopback() {
            return address.equals("localhost") || address.equals("::1") || address.startsWith("127.");
        }

        String url() {
            return (isLoopback() ? "http" : "https") + "://" + (isLoopback() ? "localhost" : address) + ":" + port;
        }
    }
}
