package io.leadwell.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which column of a file means what, as written in a YAML file (docs/imports.md).
 *
 * @param headerRow the row that names the columns
 * @param columns column name to the fields it feeds
 * @param defaults field to the value it has where no column says otherwise
 * @param rules what is decided for the whole file
 * @param options {@code source}, {@code timeZone}, {@code dateOrder}
 */
record MappingFile(
    @Nullable String kind,
    @Nullable String sheet,
    @Nullable Long headerRow,
    Map<String, List<String>> columns,
    Map<String, String> defaults,
    Map<String, String> rules,
    Map<String, String> options) {

  private static final List<String> OPTIONS = List.of("source", "timeZone", "dateOrder");
  private static final List<String> KEYS =
      List.of("kind", "sheet", "headerRow", "columns", "defaults", "rules");

  static MappingFile read(Path file, Words words) {
    Object content;
    try {
      content = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    } catch (IOException e) {
      throw Shell.failed(words, "fileUnreadable", file);
    } catch (YAMLException e) {
      throw Shell.failed(words, "mappingNotYaml", file, String.valueOf(e.getMessage()));
    }
    if (!(content instanceof Map<?, ?> top)) {
      throw Shell.failed(words, "mappingWithoutColumns", file);
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : top.entrySet()) {
      String key = String.valueOf(entry.getKey());
      if (OPTIONS.contains(key)) {
        options.put(key, String.valueOf(entry.getValue()));
      } else if (!KEYS.contains(key)) {
        throw Shell.failed(words, "mappingUnknownKey", file, key);
      }
    }
    Map<String, List<String>> columns = columns(top.get("columns"));
    if (columns.isEmpty()) {
      throw Shell.failed(words, "mappingWithoutColumns", file);
    }
    return new MappingFile(
        textOrNull(top.get("kind")),
        textOrNull(top.get("sheet")),
        top.get("headerRow") instanceof Number row ? Long.valueOf(row.longValue()) : null,
        columns,
        texts(top.get("defaults")),
        texts(top.get("rules")),
        options);
  }

  /** As the server takes it. */
  ObjectNode toJson() {
    ObjectNode json = Server.JSON.createObjectNode();
    ObjectNode columnsJson = json.putObject("columns");
    columns.forEach((column, fields) -> {
      ArrayNode list = columnsJson.putArray(column);
      fields.forEach(list::add);
    });
    ObjectNode defaultsJson = json.putObject("defaults");
    defaults.forEach(defaultsJson::put);
    ObjectNode optionsJson = json.putObject("options");
    options.forEach(optionsJson::put);
    if (!rules.isEmpty()) {
      ObjectNode rulesJson = json.putObject("rules");
      rules.forEach(rulesJson::put);
    }
    if (sheet != null) {
      json.put("sheet", sheet);
    }
    if (headerRow != null) {
      json.put("headerRow", headerRow);
    }
    return json;
  }

  private static Map<String, List<String>> columns(@Nullable Object written) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    if (written instanceof Map<?, ?> map) {
      map.forEach((column, fields) -> {
        List<String> names = new ArrayList<>();
        if (fields instanceof List<?> several) {
          several.forEach(field -> names.add(String.valueOf(field)));
        } else if (fields != null) {
          names.add(String.valueOf(fields));
        }
        columns.put(String.valueOf(column), names);
      });
    }
    return columns;
  }

  private static Map<String, String> texts(@Nullable Object written) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (written instanceof Map<?, ?> map) {
      map.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
    }
    return texts;
  }

  private static @Nullable String textOrNull(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
