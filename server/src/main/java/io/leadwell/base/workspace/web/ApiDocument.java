package io.leadwell.base.workspace.web;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * The document of the API: what the code says, with what people wrote laid over it. The same code
 * gives the same document, whoever asks from wherever.
 */
@Component
class ApiDocument implements GlobalOpenApiCustomizer {

  private static final String PARAMETER = "#/components/parameters/";
  private static final Pattern SCHEMA = Pattern.compile("#/components/schemas/([^\"]+)");
  private static final Map<String, String> REFUSALS =
      Map.of(
          "SignedOut", "No key and no session, or one that is not good any more (401)",
          "Forbidden", "The role lacks the permission, or the CSRF header is missing (403)",
          "NotFound", "There is no such record, or it lies outside of the data scope (404)",
          "Conflict", "Somebody else was there first, or the state does not allow it (409)",
          "TooLarge", "The file is too large (413)",
          "Invalid", "Something that was sent is not valid; `errors` may name the fields (422)",
          "Away", "The database is away for a moment; try again (503)",
          "TooMany", "Too many attempts; `Retry-After` says how long to wait (429)");

  private final ApiWords words;

  ApiDocument(ApiWords words) {
    this.words = words;
  }

  @Override
  public void customise(OpenAPI api) {
    api.setServers(List.of(new Server().url("/").description("This installation")));
    Components components = api.getComponents();
    List<OpenAPI> fragments = words.fragments();
    fragments.forEach(fragment -> shared(api, fragment));
    problems(components);
    fragments.forEach(fragment -> {
      if (fragment.getPaths() != null) {
        fragment.getPaths().forEach((path, described) -> describe(api, path, described));
      }
    });
    api.getPaths()
        .values()
        .forEach(path -> path.readOperations().forEach(operation -> paging(operation, components)));
    unusedSchemas(api);
  }

  private static void shared(OpenAPI api, OpenAPI fragment) {
    if (fragment.getInfo() != null) {
      api.info(fragment.getInfo()).tags(fragment.getTags());
    }
    Components told = fragment.getComponents();
    if (told == null) {
      return;
    }
    if (told.getSchemas() != null) {
      told.getSchemas().forEach(api.getComponents()::addSchemas);
    }
    if (told.getParameters() != null) {
      told.getParameters().forEach(api.getComponents()::addParameters);
    }
    if (told.getSecuritySchemes() != null) {
      told.getSecuritySchemes().forEach(api.getComponents()::addSecuritySchemes);
    }
  }

  private void problems(Components components) {
    Schema<?> problem = Objects.requireNonNull(components.getSchemas().get("Problem"));
    problem.setDescription(problem.getDescription() + "\n\n" + words.codes());
    MediaType body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
    new TreeMap<>(REFUSALS)
        .forEach((name, description) ->
            components.addResponses(
                name,
                new ApiResponse()
                    .description(description)
                    .content(new Content().addMediaType("application/problem+json", body))));
  }

  /** A description of a route that is not there any more would mislead. */
  private static void describe(OpenAPI api, String path, PathItem described) {
    PathItem there = api.getPaths().get(path);
    described
        .readOperationsMap()
        .forEach((verb, words) -> {
          Operation operation = there == null ? null : there.readOperationsMap().get(verb);
          if (operation == null) {
            throw new IllegalStateException("Described, but not there: " + verb + " " + path);
          }
          describe(operation, words, api.getComponents());
        });
  }

  private static void describe(Operation operation, Operation words, Components components) {
    operation.setSummary(words.getSummary());
    operation.setDescription(words.getDescription());
    if (words.getTags() != null) {
      operation.setTags(words.getTags());
    }
    if (words.getRequestBody() != null) {
      operation.setRequestBody(words.getRequestBody());
    }
    if (words.getParameters() != null) {
      Map<String, Parameter> parameters = new LinkedHashMap<>();
      List<Parameter> told =
          operation.getParameters() == null ? List.of() : operation.getParameters();
      told.forEach(parameter -> parameters.put(name(parameter, components), parameter));
      words
          .getParameters()
          .forEach(parameter -> parameters.put(name(parameter, components), parameter));
      operation.setParameters(new ArrayList<>(parameters.values()));
    }
  }

  private static String name(Parameter parameter, Components components) {
    String reference = parameter.get$ref();
    return reference == null
        ? parameter.getName()
        : Objects.requireNonNull(
                components.getParameters().get(reference.substring(PARAMETER.length())))
            .getName();
  }

  /** Paging is the same everywhere, and so are its words. */
  private static void paging(Operation operation, Components components) {
    if (operation.getParameters() != null) {
      operation
          .getParameters()
          .replaceAll(parameter -> {
            String name = name(parameter, components);
            return parameter.get$ref() == null && (name.equals("cursor") || name.equals("limit"))
                ? new Parameter().$ref(PARAMETER + name)
                : parameter;
          });
    }
  }

  /** Bodies that are described by hand leave nothing of what the code calls them. */
  @SuppressWarnings("rawtypes")
  private static void unusedSchemas(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    Set<String> used = new HashSet<>();
    Deque<@Nullable Object> open = new ArrayDeque<>();
    open.add(api.getPaths());
    open.add(api.getComponents().getResponses());
    while (!open.isEmpty()) {
      Matcher references = SCHEMA.matcher(text(open.remove()));
      while (references.find()) {
        if (used.add(references.group(1)) && schemas.containsKey(references.group(1))) {
          open.add(schemas.get(references.group(1)));
        }
      }
    }
    schemas.keySet().retainAll(used);
  }

  private static String text(@Nullable Object part) {
    try {
      return Json31.mapper().writeValueAsString(part);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException("The document cannot be written", e);
    }
  }
}
