package io.leadwell.acquire.content;

import static io.leadwell.tables.content.Tables.FILE;
import static io.leadwell.tables.content.Tables.ITEM;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which files there are. */
@Repository
class FileRows {

  private final DSLContext dsl;

  FileRows(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<StoredFile> find(String sha256) {
    return dsl.selectFrom(FILE).where(FILE.SHA256.eq(sha256)).fetchOptional(FileRows::of);
  }

  /** A file that comes again counts from then on. */
  void put(StoredFile file, @Nullable UUID by, Instant at) {
    dsl.insertInto(FILE)
        .set(FILE.SHA256, file.sha256())
        .set(FILE.KIND, file.kind().word())
        .set(FILE.MEDIA_TYPE, file.mediaType())
        .set(FILE.BYTES, file.bytes())
        .set(FILE.PAGES, file.pages())
        .set(FILE.SECONDS, file.seconds())
        .set(FILE.WIDTH, file.width())
        .set(FILE.HEIGHT, file.height())
        .set(FILE.PAGE_TEXTS, file.pageTexts().toArray(String[]::new))
        .set(FILE.CREATED_BY, by)
        .set(FILE.CREATED_AT, at)
        .onConflict(FILE.SHA256)
        .doUpdate()
        .set(FILE.CREATED_AT, at)
        .execute();
  }

  /** Files that came before and that nothing shows; they are forgotten. */
  List<String> forgetUnused(Instant before) {
    Condition used =
        exists(
            selectOne()
                .from(ITEM)
                .where(
                    ITEM.FILE
                        .eq(FILE.SHA256)
                        .or(ITEM.COVER.eq(FILE.SHA256))
                        .or(
                            FILE.KIND
                                .eq(StoredFile.Kind.PICTURE.word())
                                .and(ITEM.BODY.contains(FILE.SHA256)))));
    return dsl.deleteFrom(FILE)
        .where(FILE.CREATED_AT.lt(before).andNot(used))
        .returning(FILE.SHA256)
        .fetch(FILE.SHA256);
  }

  private static StoredFile of(Record row) {
    return new StoredFile(
        row.get(FILE.SHA256),
        StoredFile.Kind.of(row.get(FILE.KIND)),
        row.get(FILE.MEDIA_TYPE),
        row.get(FILE.BYTES),
        row.get(FILE.PAGES),
        row.get(FILE.SECONDS),
        row.get(FILE.WIDTH),
        row.get(FILE.HEIGHT),
        List.copyOf(Arrays.asList(row.get(FILE.PAGE_TEXTS))));
  }
}
