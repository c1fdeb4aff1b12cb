package io.leadwell.pool.imports;

import static io.leadwell.tables.imports.Tables.REMEMBERED_MAPPING;

import io.leadwell.base.workspace.Caller;
import io.leadwell.kernel.matching.Folding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Mappings that brought something in, by the headers they belong to. */
@Component
class RememberedMappings {

  /** The column our error files put in front: the mended file is mapped like the first. */
  private static final Set<String> REASONS = Set.of("错误原因", "reason");

  private final DSLContext dsl;
  private final JsonMapper json;
  private final Clock clock;

  RememberedMappings(DSLContext dsl, JsonMapper json, Clock clock) {
    this.dsl = dsl;
    this.json = json;
    this.clock = clock;
  }

  /** An earlier mapping, in the spelling of the headers at hand. */
  record Found(Mapping mapping, String fileName, Instant usedAt) {}

  Optional<Found> find(String kind, List<String> headers) {
    return dsl.selectFrom(REMEMBERED_MAPPING)
        .where(REMEMBERED_MAPPING.KIND.eq(kind), REMEMBERED_MAPPING.HEADER_KEY.eq(key(headers)))
        .fetchOptional(row ->
            new Found(
                spelt(json.readValue(row.getMapping().data(), Mapping.class), headers),
                row.getFileName(),
                row.getUsedAt()));
  }

  void remember(Import batch, Mapping mapping, Caller caller) {
    List<String> headers = batch.headers().stream().map(ImportHeader::name).toList();
    JSONB stored = JSONB.jsonb(json.writeValueAsString(mapping));
    dsl.insertInto(REMEMBERED_MAPPING)
        .set(REMEMBERED_MAPPING.KIND, batch.kind())
        .set(REMEMBERED_MAPPING.HEADER_KEY, key(headers))
        .set(REMEMBERED_MAPPING.MAPPING, stored)
        .set(REMEMBERED_MAPPING.FILE_NAME, batch.fileName())
        .set(REMEMBERED_MAPPING.USED_AT, clock.instant())
        .set(REMEMBERED_MAPPING.USED_BY, caller.memberId())
        .onConflict(REMEMBERED_MAPPING.KIND, REMEMBERED_MAPPING.HEADER_KEY)
        .doUpdate()
        .set(REMEMBERED_MAPPING.MAPPING, stored)
        .set(REMEMBERED_MAPPING.FILE_NAME, batch.fileName())
        .set(REMEMBERED_MAPPING.USED_AT, clock.instant())
        .set(REMEMBERED_MAPPING.USED_BY, caller.memberId())
        .execute();
  }

  private static Mapping spelt(Mapping mapping, List<String> headers) {
    Map<String, String> spelling = new LinkedHashMap<>();
    headers.forEach(header -> spelling.putIfAbsent(Folding.fold(header), header));
    Map<String, List<String>> columns = new LinkedHashMap<>();
    mapping
        .columns()
        .forEach((column, fields) -> {
          String header = spelling.get(Folding.fold(column));
          if (header != null) {
            columns.put(header, fields);
          }
        });
    return new Mapping(columns, mapping.defaults(), mapping.options(), null, mapping.rules());
  }

  private static byte[] key(List<String> headers) {
    String folded =
        headers.stream()
            .map(Folding::fold)
            .filter(header -> !REASONS.contains(header))
            .sorted()
            .collect(Collectors.joining("\u001f"));
    try {
      return MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
