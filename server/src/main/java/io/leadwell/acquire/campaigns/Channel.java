package io.leadwell.acquire.campaigns;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where traffic comes from: a node of the channel tree. */
public record Channel(
    UUID id,
    String name,
    @Nullable UUID parentId,
    Frame frame,
    SourceClass sourceClass,
    boolean archived) {

  ChannelDraft draft() {
    return new ChannelDraft(name, parentId, frame, sourceClass, archived);
  }
}
