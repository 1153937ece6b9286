package madoguchi.hub;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 監査の係 – runs one verification of the whole log at a time in the background, and tells how far it is. */
final class AuditDesk {

    private static final Logger LOG = LoggerFactory.getLogger(AuditDesk.class);

    private final Audit audit;
    private volatile AuditState state = new AuditState.Idle();

    AuditDesk(Audit audit) {
        this.audit = audit;
    }

    AuditState state() {
        return state;
    }

    /** Starts, unless a verification is running: then that one goes on. */
    synchronized void start(String by) {
        if (!(state instanceof AuditState.Running)) {
            state = new AuditState.Running(0, audit.most(AuditRange.all()));
            Thread.ofPlatform().name("audit").daemon().start(() -> state = run(by));
        }
    }

    private AuditState run(String by) {
        try {
            long most = audit.most(AuditRange.all());
            return new AuditState.Done(
                    audit.verify(AuditRange.all(), by, read -> state = new AuditState.Running(read, most)));
        } catch (RuntimeException failed) {
            LOG.error(
                    "the verification log could not be verified: {}",
                    failed.getClass().getSimpleName());
            return new AuditState.Failed();
        }
    }
}
