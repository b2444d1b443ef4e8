package dev.zhibiao.store.export;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the columns of SDMX-CSV files mean. */
@Path("/structure")
@Blocking
public class StructureResource {

    private final SdmxStructure structure;

    StructureResource(SdmxStructure structure) {
        this.structure = structure;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "application/vnd.sdmx.structure+json;version=2.0.0"})
    @Operation(summary = "The data structure definition of SDMX-CSV answers, with its code lists, as SDMX-JSON 2.0")
    public Map<String, Object> structure() {
        return structure.message();
    }
}
