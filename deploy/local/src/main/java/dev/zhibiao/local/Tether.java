package dev.zhibiao.local;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * Starts a service that ends with the launcher.
 *
 * <p>The launcher holds the other end of standard input and never writes. However it ends, by SIGKILL too, the
 * operating system closes that end, and the service stops as it would on SIGTERM. Nothing but the JDK is on the
 * class path here beside the service itself.
 */
final class Tether {

    private static final long SECONDS_TO_STOP = 30;

    private Tether() {}

    /** The arguments are the service's. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        daemon("tether", Tether::stopWithTheLauncher);
        try {
            Class.forName("io.quarkus.bootstrap.runner.QuarkusEntryPoint")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void stopWithTheLauncher() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // A broken pipe is an end, too.
        }
        daemon("tether-deadline", Tether::haltLater);
        System.exit(0);
    }

    private static void haltLater() {
        try {
            Thread.sleep(SECONDS_TO_STOP * 1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
