/**
 * Okabe–Ito, reordered so that the first three are far apart also for red-green blindness and in print.
 * Source: Okabe & Ito, "Color Universal Design", 2008.
 */
export const PALETTE = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8a8f94', '#b8a200'] as const;

/** One colour per source class everywhere, so that marketing is the same blue on every page. */
export const SOURCE_CLASS_COLOUR: Record<string, string> = {
  marketing: PALETTE[0], sales: PALETTE[1], executive: PALETTE[3], referral: PALETTE[2], partner: PALETTE[4],
};

export const UNKNOWN_COLOUR = PALETTE[6];
