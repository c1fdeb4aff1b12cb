import type { Device, Place } from './model';

/** "上海市", or the province or country where no city is known. */
export function placeText(place: Place | null | undefined): string {
  return place?.city ?? place?.province ?? place?.country ?? '';
}

/** "Chrome · Windows"; the app instead of the browser where a page was opened in one. */
export function deviceText(device: Device | null | undefined, appName: (app: string) => string): string {
  if (!device) return '';
  return [device.app ? appName(device.app) : device.browser, device.os].filter(Boolean).join(' · ');
}

/** Path and query of an address: the host stands above the list already. */
export function pathText(url: string | null | undefined): string {
  if (!url) return '';
  try {
    const { pathname, search, hash } = new URL(url);
    const path = pathname + search + hash;
    try {
      return decodeURI(path);
    } catch {
      return path;
    }
  } catch {
    return url;
  }
}
