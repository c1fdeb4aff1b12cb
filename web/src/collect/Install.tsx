import { CheckCircleFilled, LoadingOutlined } from '../common/icons';
import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../common/format/time';
import { CopyBlock } from './CopyBlock';
import { HitList } from './HitList';
import { OWN, type Site } from './model';
import { CONSENT_CALLS, CONTENT_MARK, EVENT_CALLS, proxyOf, snippetOf } from './snippet';

/** How the site is connected, and whether it is: waits for the first hit before the person's eyes. */
export function Install({ site, mayEdit }: { site: Site; mayEdit: boolean }) {
  const { t } = useTranslation();
  const server = window.location.origin;
  return (
    <div className="lw-panel lw-site-part">
      {site.key !== OWN && (
        <div>
          <h3>{t('collect.install.paste')}</h3>
          <p className="lw-muted">{t('collect.install.pasteHint')}</p>
          <CopyBlock text={snippetOf(server, site)} label={t('collect.install.paste')} />
        </div>
      )}
      <div>
        <h3>{t('collect.install.check')}</h3>
        {site.seen ? (
          <div className="lw-first-hit" role="status">
            <CheckCircleFilled style={{ color: 'var(--lw-accent)' }} />
            <span>{t('collect.install.received', { at: formatInstant(site.seen.firstAt) })}</span>
          </div>
        ) : (
          <div className="lw-first-hit" role="status">
            <LoadingOutlined />
            <span>{t(site.key === OWN ? 'collect.install.waitingOwn' : 'collect.install.waiting')}</span>
          </div>
        )}
      </div>
      {mayEdit && site.seen && (
        <div>
          <h3>{t('collect.install.newest')}</h3>
          <HitList id={site.id} />
        </div>
      )}
      {site.key !== OWN && (
        <Collapse
          size="small"
          items={[
            {
              key: 'event',
              label: t('collect.install.event'),
              children: <><p className="lw-muted">{t('collect.install.eventHint')}</p><CopyBlock text={EVENT_CALLS} label={t('collect.install.event')} /></>,
            },
            {
              key: 'content',
              label: t('collect.install.content'),
              children: <><p className="lw-muted">{t('collect.install.contentHint')}</p><CopyBlock text={CONTENT_MARK} label={t('collect.install.content')} /></>,
            },
            {
              key: 'consent',
              label: t('collect.install.consent'),
              children: <><p className="lw-muted">{t('collect.install.consentHint')}</p><CopyBlock text={CONSENT_CALLS} label={t('collect.install.consent')} /></>,
            },
            {
              key: 'proxy',
              label: t('collect.install.proxy'),
              children: (
                <>
                  <p className="lw-muted">{t('collect.install.proxyHint')}</p>
                  <CopyBlock text={proxyOf(server)} label={t('collect.install.proxy')} />
                  <p className="lw-muted" style={{ marginTop: 8 }}>{t('collect.install.proxyThen')}</p>
                  <CopyBlock text={`<script async src="/s/${site.key}.js"></script>`} label={t('collect.install.proxyThen')} />
                </>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}
