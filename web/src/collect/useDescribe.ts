import { useTranslation } from 'react-i18next';
import { deviceText, placeText } from './describe';
import type { Device, Place } from './model';

/** Device and place in the reader's words. */
export function useDescribe(): { device: (device: Device | null | undefined) => string; place: (place: Place | null | undefined) => string } {
  const { t, i18n } = useTranslation();
  const app = (word: string) => (i18n.exists(`collect.app.${word}`) ? t(`collect.app.${word}`) : word);
  return { device: (device) => deviceText(device, app), place: placeText };
}
