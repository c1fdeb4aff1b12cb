package io.leadwell.acquire.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTests {

  @TempDir Path folder = Path.of(".");

  @Test
  void the_table_that_comes_along_knows_chinese_cities() {
    Places places = new Places(new DataFolder(folder));
    assertThat(places.of("114.114.114.114")).isEqualTo(new Place("中国", "江苏省", "南京市"));
    assertThat(places.of("8.8.8.8")).isEqualTo(new Place("美国", null, null));
    assertThat(places.of("10.1.2.3")).isEqualTo(Place.UNKNOWN);
    assertThat(places.of("2001:db8::1")).isEqualTo(Place.UNKNOWN);
    assertThat(places.of("no address")).isEqualTo(Place.UNKNOWN);
    assertThat(places.of(null)).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void tables_of_older_and_later_make_are_read() {
    assertThat(Places.read("中国|0|广东省|深圳市|电信")).isEqualTo(new Place("中国", "广东省", "深圳市"));
    assertThat(Places.read("中国|广东省|深圳市|电信|CN")).isEqualTo(new Place("中国", "广东省", "深圳市"));
    assertThat(Places.read("0|0|内网IP|内网IP")).isEqualTo(Place.UNKNOWN);
    assertThat(Places.read("")).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void a_damaged_table_of_the_operator_leaves_places_unknown() throws IOException {
    Files.createDirectories(folder.resolve("places"));
    Files.writeString(folder.resolve("places/ipv4.xdb"), "no table");
    assertThat(new Places(new DataFolder(folder)).of("114.114.114.114")).isEqualTo(Place.UNKNOWN);
  }
}
