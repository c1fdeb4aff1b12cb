package io.leadwell.acquire.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Database;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class FileSweepTests {

  @Autowired private Items items;
  @Autowired private ContentFiles files;
  @Autowired private FileRows rows;
  @Autowired private FileFolder folder;
  @Autowired private Database database;
  @Autowired private TransactionTemplate transaction;

  private void sweepAfter(Duration time) {
    Clock then = Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
    new FileSweep(rows, folder, database, transaction, then).sweep();
  }

  @Test
  void only_files_that_nothing_shows_go_and_only_after_their_time() throws IOException {
    StoredFile unused = Shelf.upload(files, Papers.pages(3));
    Path cut = files.firstPages(unused, 1);
    StoredFile used = Shelf.upload(files, Papers.pages(2));
    StoredFile inText = Shelf.upload(files, PicturesTests.picture(40, 30, false, "png"));
    StoredFile lost = Shelf.upload(files, PicturesTests.picture(41, 30, false, "png"));
    items.add(
        Shelf.draft(
            ItemKind.WHITE_PAPER,
            "白皮书",
            "<p>图</p><img src=\"/p/i/" + inText.sha256() + "\">",
            used.sha256(),
            Gate.NONE),
        Caller.system());

    sweepAfter(FileSweep.UNUSED.minusHours(1));
    assertThat(files.find(unused.sha256())).isPresent();

    sweepAfter(FileSweep.UNUSED.plusHours(1));
    assertThat(files.find(unused.sha256())).isEmpty();
    assertThat(files.find(lost.sha256())).isEmpty();
    assertThat(folder.path(unused.sha256())).doesNotExist();
    assertThat(cut).doesNotExist();
    for (StoredFile kept : new StoredFile[] {used, inText}) {
      assertThat(files.find(kept.sha256())).isPresent();
      assertThat(folder.path(kept.sha256())).exists();
    }
  }

  @Test
  void what_comes_again_counts_from_then_on_and_is_there_once() {
    StoredFile first = Shelf.upload(files, Papers.pages(4));
    sweepAfter(FileSweep.UNUSED.plusHours(1));
    StoredFile again = Shelf.upload(files, Papers.pages(4));

    // A PDF carries the moment it was made, so the bytes are only alike.
    sweepAfter(Duration.ZERO);
    assertThat(files.find(again.sha256())).isPresent();
    assertThat(files.path(again)).exists();
    assertThat(files.find(first.sha256()).isPresent())
        .isEqualTo(first.sha256().equals(again.sha256()));
  }

  @Test
  void what_a_killed_server_left_behind_goes_after_a_day() throws IOException {
    Path left = Files.writeString(folder.incoming(), "half a file");

    sweepAfter(FileSweep.LEFT_BEHIND.minusHours(1));
    assertThat(left).exists();
    sweepAfter(FileSweep.LEFT_BEHIND.plusHours(1));
    assertThat(left).doesNotExist();
  }
}
