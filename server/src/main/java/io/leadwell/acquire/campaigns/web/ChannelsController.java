package io.leadwell.acquire.campaigns.web;

import io.leadwell.acquire.campaigns.Channel;
import io.leadwell.acquire.campaigns.ChannelDraft;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Frame;
import io.leadwell.acquire.campaigns.SourceClass;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Routes of the channel tree. */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelsController {

  record ChannelView(
      UUID id,
      String name,
      @Nullable UUID parentId,
      String frame,
      String sourceClass,
      boolean archived,
      long spendFen) {

    static ChannelView of(Channel channel, long spendFen) {
      return new ChannelView(
          channel.id(),
          channel.name(),
          channel.parentId(),
          channel.frame().word(),
          channel.sourceClass().word(),
          channel.archived(),
          spendFen);
    }
  }

  private static final ChannelDraft BLANK =
      new ChannelDraft("", null, Frame.DIGITAL, SourceClass.MARKETING);

  private final Channels channels;

  ChannelsController(Channels channels) {
    this.channels = channels;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_READ)
  List<ChannelView> list() {
    Map<UUID, Long> spent = channels.spent();
    return channels.all().stream()
        .map(channel -> ChannelView.of(channel, spent.getOrDefault(channel.id(), 0L)))
        .toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  ChannelView add(@RequestBody JsonNode body, Caller caller) {
    return ChannelView.of(channels.add(draft(new Patch(body), BLANK), caller), 0);
  }

  @PatchMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_EDIT)
  ChannelView change(@PathVariable UUID id, @RequestBody JsonNode body, Caller caller) {
    Patch patch = new Patch(body);
    Channel changed = channels.change(id, before -> draft(patch, before), caller);
    return ChannelView.of(changed, channels.spent().getOrDefault(id, 0L));
  }

  private static ChannelDraft draft(Patch patch, ChannelDraft before) {
    return new ChannelDraft(
        patch.required("name", before.name()),
        patch.id("parentId", before.parentId()),
        patch.word("frame", before.frame(), Frame::of),
        patch.word("sourceClass", before.sourceClass(), SourceClass::of),
        patch.flag("archived", before.archived()));
  }
}
