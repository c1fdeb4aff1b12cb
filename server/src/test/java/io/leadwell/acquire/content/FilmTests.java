package io.leadwell.acquire.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilmTests {

  @TempDir Path folder = Path.of(".");

  private FileChannel file(byte[] bytes) throws IOException {
    return FileChannel.open(Files.write(folder.resolve("film"), bytes));
  }

  private @Nullable Mp4 mp4(byte[] bytes) throws IOException {
    return Mp4.of(file(bytes));
  }

  @Test
  void a_film_says_how_long_it_is() throws IOException {
    assertThat(Objects.requireNonNull(mp4(Films.mp4(90, 4, true))).seconds()).isEqualTo(90);
    assertThat(Objects.requireNonNull(Webm.of(file(Films.webm(12, true)))).seconds()).isEqualTo(12);
    assertThat(Objects.requireNonNull(Webm.of(file(Films.webm(12, false)))).seconds())
        .isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 29})
  void the_beginning_of_an_mp4_has_the_wanted_seconds_and_hardly_more(int perChunk)
      throws IOException {
    byte[] film = Films.mp4(60, perChunk, true);
    int start = film.length - 60 * Films.SAMPLE;

    long enough = Objects.requireNonNull(mp4(film)).bytesOf(10);

    // Samples 0 to 10 begin within ten seconds.
    assertThat(enough).isEqualTo(start + 11L * Films.SAMPLE);
    assertThat(Objects.requireNonNull(mp4(film)).bytesOf(600)).isEqualTo(film.length);
  }

  @Test
  void the_beginning_of_a_film_in_fragments_ends_between_two() throws IOException {
    byte[] film = Films.fragments(30);

    long enough = Objects.requireNonNull(mp4(film)).bytesOf(10);

    long perSecond = (Objects.requireNonNull(mp4(film)).bytesOf(20) - enough) / 10;
    assertThat(enough).isLessThan(film.length / 2);
    assertThat(film.length - enough).isEqualTo(19 * perSecond);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_beginning_of_a_webm_ends_before_the_first_later_cluster(boolean known)
      throws IOException {
    byte[] film = Films.webm(40, known);

    long enough = Webm.bytesOf(file(film), 10);

    long rest = film.length - enough;
    assertThat(rest).isGreaterThan(29L * Films.SAMPLE).isLessThan(30L * Films.SAMPLE);
    assertThat(Webm.bytesOf(file(film), 600)).isEqualTo(film.length);
  }

  @Test
  void an_index_at_the_end_is_moved_to_the_front_and_still_finds_every_picture()
      throws IOException {
    Mp4 late = Objects.requireNonNull(mp4(Films.mp4(20, 3, false)));
    assertThat(late.indexAtEnd()).isTrue();

    Path better = folder.resolve("better");
    try (FileChannel to =
        FileChannel.open(better, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      late.writeIndexFirst(to);
    }

    assertThat(Files.readAllBytes(better)).isEqualTo(Films.mp4(20, 3, true));
    try (FileChannel again = FileChannel.open(better)) {
      assertThat(Objects.requireNonNull(Mp4.of(again)).indexAtEnd()).isFalse();
    }
  }

  @Test
  void a_film_whose_end_is_missing_is_none() throws IOException {
    for (byte[] film :
        new byte[][] {Films.mp4(20, 3, true), Films.mp4(20, 3, false), Films.fragments(9)}) {
      assertThat(mp4(Arrays.copyOf(film, film.length - 500))).isNull();
    }
    for (boolean known : new boolean[] {true, false}) {
      byte[] film = Films.webm(20, known);
      assertThat(Webm.of(file(Arrays.copyOf(film, film.length - 500)))).isNull();
    }
  }

  @Test
  void whatever_is_wrong_inside_a_film_nothing_is_thrown_and_it_ends() throws IOException {
    Random random = new Random(20_261_126);
    byte[][] films = {
      Films.mp4(20, 3, true), Films.fragments(6), Films.webm(20, true), Films.webm(20, false)
    };
    for (int i = 0; i < 2_000; i++) {
      byte[] film = films[i % films.length].clone();
      for (int hit = 0; hit <= random.nextInt(4); hit++) {
        film[random.nextInt(Math.min(film.length, 400))] = (byte) random.nextInt(256);
      }
      try (FileChannel channel = file(film)) {
        Mp4 read = Mp4.of(channel);
        if (read != null) {
          assertThat(read.bytesOf(5)).isBetween(0L, (long) film.length);
        }
        Webm.of(channel);
        assertThat(Webm.bytesOf(channel, 5)).isBetween(0L, (long) film.length);
      }
    }
  }
}
