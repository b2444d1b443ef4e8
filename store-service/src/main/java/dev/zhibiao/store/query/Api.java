package dev.zhibiao.store.query;

import dev.zhibiao.events.Problem;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The one list of query parameters: what a resource refers to here is described in {@code /q/openapi}, and checked before
 * the resource is asked, by {@link QueryCheck}.
 */
@OpenAPIDefinition(
        info = @Info(title = "Zhibiao store", version = "1", description = "Observations of government work reports"),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "format",
                                    in = ParameterIn.QUERY,
                                    description = "of the answer, as Accept says it otherwise; anything but json is a"
                                            + " file with the whole answer",
                                    schema = @Schema(enumeration = {"json", "csv", "xlsx"}),
                                    example = "csv"),
                            @Parameter(
                                    name = "limit",
                                    in = ParameterIn.QUERY,
                                    description = "most items of a page",
                                    schema =
                                            @Schema(
                                                    type = SchemaType.INTEGER,
                                                    minimum = "1",
                                                    maximum = "1000",
                                                    defaultValue = "100"),
                                    example = "100"),
                            @Parameter(
                                    name = "cursor",
                                    in = ParameterIn.QUERY,
                                    description = "the next of the page before",
                                    schema = @Schema(type = SchemaType.STRING, maxLength = 2000)),
                            @Parameter(
                                    name = "area",
                                    in = ParameterIn.QUERY,
                                    description =
                                            "six digits of any year, a name or a path; with all that belongs to it,"
                                                    + " under the codes before and after as well",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "330200"),
                            @Parameter(
                                    name = "descendants",
                                    in = ParameterIn.QUERY,
                                    description = "false: the area alone",
                                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"),
                                    example = "false"),
                            @Parameter(
                                    name = "within",
                                    in = ParameterIn.QUERY,
                                    description = "an area: those that belong to it",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "330000"),
                            @Parameter(
                                    name = "level",
                                    in = ParameterIn.QUERY,
                                    description = "of the area that an observation is about",
                                    schema = @Schema(enumeration = {"national", "province", "city", "county"}),
                                    example = "city"),
                            @Parameter(
                                    name = "indicator",
                                    in = ParameterIn.QUERY,
                                    description = "the catalogue's code, a name or an alias; any other as written",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "GDP"),
                            @Parameter(
                                    name = "period",
                                    in = ParameterIn.QUERY,
                                    description = "as written, or as SDMX writes it: 2016/2020 is 2016-01-01/P5Y",
                                    schema = @Schema(type = SchemaType.STRING, pattern = Periods.PATTERN),
                                    example = "2023"),
                            @Parameter(
                                    name = "from",
                                    in = ParameterIn.QUERY,
                                    description = "first year; of periods that overlap",
                                    schema = @Schema(type = SchemaType.INTEGER, minimum = "1900", maximum = "2100"),
                                    example = "2016"),
                            @Parameter(
                                    name = "to",
                                    in = ParameterIn.QUERY,
                                    description = "last year",
                                    schema = @Schema(type = SchemaType.INTEGER, minimum = "1900", maximum = "2100"),
                                    example = "2025"),
                            @Parameter(
                                    name = "status",
                                    in = ParameterIn.QUERY,
                                    description = "reached, expected or aimed at",
                                    schema = @Schema(enumeration = {"actual", "estimate", "target"}),
                                    example = "actual"),
                            @Parameter(
                                    name = "measure",
                                    in = ParameterIn.QUERY,
                                    description = "what the value is",
                                    schema = @Schema(enumeration = {"level", "growth", "change", "multiple", "rank"}),
                                    example = "level"),
                            @Parameter(
                                    name = "unit",
                                    in = ParameterIn.QUERY,
                                    description = "to convert to, without a magnitude word; never between currencies",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "公顷"),
                            @Parameter(
                                    name = "q",
                                    in = ParameterIn.QUERY,
                                    description = "words that the sentence has, all of them",
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "工业 增加值"),
                            @Parameter(
                                    name = "report",
                                    in = ParameterIn.QUERY,
                                    description = "a reportId",
                                    schema = @Schema(type = SchemaType.STRING, pattern = "[0-9a-f]{32}"),
                                    example = "00000000000000000000000000000000"),
                            @Parameter(
                                    name = "order",
                                    in = ParameterIn.QUERY,
                                    description = "which value is first; by default the better one, where the catalogue"
                                            + " knows which is, else the greater",
                                    schema = @Schema(enumeration = {"ascending", "descending"}),
                                    example = "descending"),
                            @Parameter(
                                    name = "year",
                                    in = ParameterIn.QUERY,
                                    description = "of reading",
                                    schema = @Schema(type = SchemaType.INTEGER, minimum = "1900", maximum = "2100"),
                                    example = "2024")
                        },
                        responses = {
                            @APIResponse(
                                    name = "bad-parameter",
                                    responseCode = "400",
                                    description = "bad-parameter: names the parameter",
                                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
                            @APIResponse(
                                    name = "unauthorized",
                                    responseCode = "401",
                                    description = "unauthorized",
                                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
                            @APIResponse(
                                    name = "forbidden",
                                    responseCode = "403",
                                    description = "forbidden: the role is another",
                                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
                            @APIResponse(
                                    name = "not-found",
                                    responseCode = "404",
                                    description = "not-found",
                                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
                            @APIResponse(
                                    name = "not-acceptable",
                                    responseCode = "406",
                                    description = "not-acceptable: no such format",
                                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
                            @APIResponse(
                                    name = "withdrawn",
                                    responseCode = "410",
                                    description = "withdrawn; of an observation its last content",
                                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
                            @APIResponse(
                                    name = "too-many-requests",
                                    responseCode = "429",
                                    description = "too-many-requests of this client: again after Retry-After",
                                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
                            @APIResponse(
                                    name = "internal",
                                    responseCode = "500",
                                    description = "internal",
                                    content = @Content(mediaType = Problem.MEDIA_TYPE)),
                            @APIResponse(
                                    name = "unavailable",
                                    responseCode = "503",
                                    description = "store-, issuer-unavailable or overloaded: again after Retry-After",
                                    content = @Content(mediaType = Problem.MEDIA_TYPE))
                        }))
public class Api extends Application {}
