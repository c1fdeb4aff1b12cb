package io.leadwell.acquire.campaigns;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a channel is to be, when it is made or changed. */
public record ChannelDraft(
    String name, @Nullable UUID parentId, Frame frame, SourceClass sourceClass, boolean archived) {

  public ChannelDraft(String name, @Nullable UUID parentId, Frame frame, SourceClass sourceClass) {
    this(name, parentId, frame, sourceClass, false);
  }
}
