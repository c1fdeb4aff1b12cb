package io.leadwell.acquire.campaigns;

import io.leadwell.base.workspace.WorkspaceOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A workspace opens with the usual channels in it, so that the first spend has a place to go. */
@Component
class PlantChannels {

  private final Channels channels;

  PlantChannels(Channels channels) {
    this.channels = channels;
  }

  @EventListener
  void on(WorkspaceOpened opened) {
    channels.plantUsual();
  }
}
