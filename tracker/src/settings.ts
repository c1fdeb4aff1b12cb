/** What the server writes into the script, by what the site is set to in the app. */
export interface SiteSettings {
  consent?: boolean;
  dnt?: boolean;
  domain?: string;
}

/** The site's settings, and what the snippet says otherwise by its attributes. */
export interface Settings {
  /** Where hits go: the script's own address without its ending, so a proxied path just works. */
  endpoint: string;
  consentNeeded: boolean;
  consentVersion: string;
  doNotTrack: boolean;
  cookieDomain: string | undefined;
  content: string | undefined;
}

export function settingsOf(site: SiteSettings, src: string, said: DOMStringMap): Settings {
  return {
    endpoint: src.replace(/[?#].*/, '').replace(/\.js$/, ''),
    consentNeeded: said.consent ? said.consent === 'required' : Boolean(site.consent),
    consentVersion: said.consentVersion ?? '1',
    doNotTrack: said.dnt ? said.dnt !== 'false' : Boolean(site.dnt),
    cookieDomain: said.domain ?? site.domain,
    content: said.content,
  };
}
