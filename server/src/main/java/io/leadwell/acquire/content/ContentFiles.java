package io.leadwell.acquire.content;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** PDFs, videos and pictures that were uploaded for content. */
@Service
public class ContentFiles {

  private static final int LONGEST_NAME = 200;

  private final FileFolder folder;
  private final FileRows rows;
  private final FileCheck check;
  private final PdfReading pdfs;
  private final Audit audit;
  private final Database database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ContentFiles(
      FileFolder folder,
      FileRows rows,
      FileCheck check,
      PdfReading pdfs,
      Audit audit,
      Database database,
      TransactionTemplate transaction,
      Clock clock) {
    this.folder = folder;
    this.rows = rows;
    this.check = check;
    this.pdfs = pdfs;
    this.audit = audit;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Takes a file in, or says what is wrong with it. The same file again is the same file. */
  public StoredFile receive(InputStream content, String name, Caller who) {
    Path incoming = folder.incoming();
    try {
      FileKind kind = check.write(content, incoming);
      StoredFile file = check.look(kind, incoming);
      transaction.executeWithoutResult(_ -> {
        // Not while unused files are removed, of which this may be one that comes again.
        database.lock(FileSweep.LOCK);
        folder.keep(incoming, file.sha256());
        rows.put(file, who.memberId(), clock.instant());
        audit.record(
            who,
            "content.upload",
            "contentFile",
            file.sha256(),
            shortened(name),
            Map.of("mediaType", file.mediaType(), "bytes", file.bytes()));
      });
      return file;
    } finally {
      folder.delete(incoming);
    }
  }

  public Optional<StoredFile> find(String sha256) {
    return sha256.matches("[0-9a-f]{64}") ? rows.find(sha256) : Optional.empty();
  }

  /** Where the bytes are. */
  public Path path(StoredFile file) {
    Path path = folder.path(file.sha256());
    if (!Files.isRegularFile(path)) {
      throw new Problem(ContentProblem.CONTENT_FILE_NOT_FOUND);
    }
    return path;
  }

  /** A PDF of its first pages and nothing else. */
  Path firstPages(StoredFile file, int pages) {
    Path place = folder.first(file.sha256(), pages);
    if (!Files.isRegularFile(place)) {
      Path incoming = folder.incoming();
      try {
        pdfs.first(pages, path(file), incoming);
        folder.move(incoming, place);
      } finally {
        folder.delete(incoming);
      }
    }
    return place;
  }

  /** So many bytes of a video are enough to play its first seconds. */
  long firstBytes(StoredFile file, int seconds) {
    try {
      return check.bytesOf(file, path(file), seconds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }
}
