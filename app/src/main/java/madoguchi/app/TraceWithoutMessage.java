package madoguchi.app;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;

/** 例外の記録 – the kind of an exception and where it was thrown, for log lines. Never its message, which may repeat a patient's data. */
public final class TraceWithoutMessage extends ThrowableProxyConverter {

    private static final int FRAMES = 8;

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        StringBuilder trace = new StringBuilder();
        for (IThrowableProxy cause = thrown; cause != null; cause = cause.getCause()) {
            trace.append(cause.getClassName()).append(System.lineSeparator());
            int frames = Math.min(FRAMES, cause.getStackTraceElementProxyArray().length);
            for (int i = 0; i < frames; i++) {
                trace.append("    ")
                        .append(cause.getStackTraceElementProxyArray()[i].getSTEAsString())
                        .append(System.lineSeparator());
            }
        }
        return trace.toString();
    }
}
