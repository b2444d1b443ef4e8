package dev.zhibiao.local;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A service's image in a container that is held as on Kubernetes under the {@code restricted} standard. */
final class ImageContainer implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 30;
    private static final String ACCESS = "/etc/zhibiao/access.properties";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Service service;
    private final int port;
    private final String image;
    private final GenericContainer<?> container;

    private ImageContainer(Service service, int port, String image, GenericContainer<?> container) {
        this.service = service;
        this.port = port;
        this.image = image;
        this.container = container;
    }

    /**
     * Starts it, without waiting for it to be ready.
     *
     * @param memoryMebibytes all that its processes together may have
     * @param environment where everything is
     * @param access its API keys
     */
    static ImageContainer start(
            Service service, int port, int memoryMebibytes, Map<String, String> environment, Path access) {
        String image = System.getProperty("zhibiao.images", "").formatted(service.module());
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image));
        // Broker and database are on this machine's loopback address.
        container
                .withNetworkMode("host")
                .withEnv(environment)
                .withEnv("QUARKUS_CONFIG_LOCATIONS", ACCESS)
                .withCreateContainerCmdModifier(
                        command -> hold(Objects.requireNonNull(command.getHostConfig()), memoryMebibytes, access));
        container.start();
        return new ImageContainer(service, port, image, container);
    }

    private static void hold(HostConfig host, int memoryMebibytes, Path access) {
        long bytes = (long) memoryMebibytes << 20;
        host.withReadonlyRootfs(true)
                // As an emptyDir, from which the natives of compressions may be loaded.
                .withTmpFs(Map.of("/tmp", "rw,exec,nosuid,nodev,mode=1777,size=256m"))
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withMemory(bytes)
                .withMemorySwap(bytes)
                .withBinds(new Bind(access.toString(), new Volume(ACCESS), AccessMode.ro));
    }

    String name() {
        return service.module();
    }

    /** Whether it may be asked for work. */
    boolean isReady() {
        URI ready = URI.create("http://" + Ports.HOST + ":" + port + "/q/health/ready");
        HttpRequest request =
                HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How it is and, once it has ended, how it ended. */
    InspectContainerResponse state() {
        return DockerClientFactory.instance()
                .client()
                .inspectContainerCmd(container.getContainerId())
                .exec();
    }

    /** What it was started from. */
    InspectImageResponse image() {
        return DockerClientFactory.instance().client().inspectImageCmd(image).exec();
    }

    /** SIGTERM, and SIGKILL where that is not heard. */
    void stop() {
        DockerClientFactory.instance()
                .client()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(SECONDS_TO_STOP)
                .exec();
    }

    String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        container.stop();
    }
}
