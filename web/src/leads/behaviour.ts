import type { TFunction } from 'i18next';

type Detail = Record<string, unknown>;

/** What a behaviour tells in one line instead of a line each. */
const TOLD = ['visit', 'pages', 'seconds', 'depth', 'device', 'app', 'city', 'landing', 'title'];

const number = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** "3 pages · 2 min 15 s · read 80 % · phone · WeChat · Shanghai": empty for touches that are no behaviour. */
export function behaviourLine(detail: Detail, t: TFunction): string {
  const pages = number(detail.pages);
  const seconds = number(detail.seconds);
  const depth = number(detail.depth);
  const device = text(detail.device);
  const app = text(detail.app);
  return [
    text(detail.title),
    pages && t('leads.behaviour.pages', { count: pages }),
    seconds && duration(seconds, t),
    depth && t('leads.behaviour.depth', { percent: Math.min(100, Math.round(depth)) }),
    device && t(`leads.behaviour.device.${device}`, { defaultValue: device }),
    app && t(`leads.behaviour.app.${app}`, { defaultValue: app }),
    text(detail.city),
  ]
    .filter(Boolean)
    .join(' · ');
}

export function duration(seconds: number, t: TFunction): string {
  const whole = Math.round(seconds);
  if (whole < 60) return t('leads.behaviour.seconds', { count: whole });
  const rest = whole % 60;
  const minutes = t('leads.behaviour.minutes', { count: Math.floor(whole / 60) });
  return rest === 0 ? minutes : `${minutes} ${t('leads.behaviour.seconds', { count: rest })}`;
}

/** The page somebody came in by, without the parameters that stand as channel and keyword already. */
export function landingPage(detail: Detail): string | undefined {
  return text(detail.landing)?.split(/[?#]/, 1)[0];
}

/** What is left to be told field by field. */
export function withoutBehaviour(detail: Detail): Detail {
  return Object.fromEntries(Object.entries(detail).filter(([word]) => !TOLD.includes(word)));
}
