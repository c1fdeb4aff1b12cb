package io.leadwell.acquire.content;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an edit changed, for the audit log: field → before and after; of long texts, that only. */
public final class Changes {

  private static final int LONGEST = 200;

  private Changes() {}

  public static Map<String, Object> between(Record before, Record after) {
    Map<String, Object> changes = new LinkedHashMap<>();
    try {
      for (RecordComponent component : before.getClass().getRecordComponents()) {
        Object was = component.getAccessor().invoke(before);
        Object is = component.getAccessor().invoke(after);
        if (!Objects.equals(was, is)) {
          changes.put(component.getName(), Map.of("before", shown(was), "after", shown(is)));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Records of this package are readable", e);
    }
    return changes;
  }

  private static String shown(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
