package io.leadwell.connect.wecom;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a code is to be. Connection and kind are fixed once it is made. */
public record CodeDraft(
    UUID connectionId,
    CodeKind kind,
    String name,
    @Nullable UUID channelId,
    @Nullable UUID campaignId,
    List<String> users,
    boolean skipVerify,
    @Nullable WelcomeMessage welcome,
    @Nullable String page,
    @Nullable String query) {}
