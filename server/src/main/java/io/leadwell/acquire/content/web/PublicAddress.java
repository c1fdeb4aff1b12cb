package io.leadwell.acquire.content.web;

import io.leadwell.acquire.content.Item;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses of pages as a stranger can open them. */
final class PublicAddress {

  static final String HUB = "/p";
  static final String ITEMS = "/p/c/";
  static final String PICTURES = "/p/i/";

  private PublicAddress() {}

  static String of(Item item) {
    return ITEMS + item.slug();
  }

  static String picture(String sha256) {
    return PICTURES + sha256;
  }

  /** With the host by which the page was asked for. */
  static String whole(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUriString();
  }
}
