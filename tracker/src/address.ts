/** UTM parameters and the click ids of advertisers; the same list as the server's. */
const CAMPAIGN =
  /^(utm_\w+|gclid|gbraid|wbraid|bd_vid|msclkid|fbclid|qz_gdt|gdt_vid|clickid|qhclickid|ttclid|twclid|li_fat_id|yclid)=(.+)/;

/** A short mark of the campaign that an address names, empty when it names none. */
export function campaignOf(href: string): string {
  const named = href
    .split(/[?&#]/)
    .slice(1)
    .filter((pair) => CAMPAIGN.test(pair))
    .sort();
  if (named.length === 0) return '';
  let hash = 5381;
  for (const char of named.join('&')) hash = (hash * 33 + char.charCodeAt(0)) % 4294967296;
  return hash.toString(36);
}

interface Place {
  pathname: string;
  search: string;
  hash: string;
}

/** What makes two addresses two pages: a mark within a page does not, a route in the hash does. */
export function pageOf({ pathname, search, hash }: Place): string {
  return pathname + search + (/^#[!/]/.test(hash) ? hash : '');
}

/** The same without the query, which some apps rewrite with every click on a filter. */
export function pathOf({ pathname, hash }: Place): string {
  return pathname + (/^#[!/]/.test(hash) ? hash.replace(/\?.*/, '') : '');
}
