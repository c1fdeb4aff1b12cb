package io.leadwell.pool.consent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The copy of a person's data, fetched and opened. */
final class ExportedPerson {

  private ExportedPerson() {}

  static Map<String, String> unzipped(int port, String key, UUID lead, String language)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/v1/leads/" + lead + "/personal-data"))
            .header("Authorization", "Bearer " + key)
            .header("Accept-Language", language)
            .build();
    byte[] zipped;
    try (HttpClient client = HttpClient.newHttpClient()) {
      zipped = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
