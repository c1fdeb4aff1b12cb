import { CopyOutlined, ExportOutlined } from '../common/icons';
import { App, Button, Drawer, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../common/useNarrow';
import { frameOf, pageAddress, scriptOf } from './forms';
import type { Form } from './model';

/** Where the form can be met: its own page, and in pages of other sites. */
export function ShareForm({ form, onClose }: { form: Form | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const narrow = useNarrow();
  // The clipboard needs a secure page; on plain http the person copies by hand.
  const copy = (text: string) =>
    navigator.clipboard?.writeText(text).then(
      () => void message.success(t('common.copied')),
      () => void message.warning(t('forms.share.byHand')),
    ) ?? void message.warning(t('forms.share.byHand'));
  const part = (word: string, text: string) => (
    <section className="lw-section" key={word}>
      <header>
        <h3>{t(`forms.share.${word}`)}</h3>
        <Button size="small" icon={<CopyOutlined />} onClick={() => void copy(text)}>{t('common.copy')}</Button>
      </header>
      <p className="lw-muted">{t(`forms.share.${word}Hint`)}</p>
      <Input.TextArea readOnly autoSize value={text} aria-label={t(`forms.share.${word}`)} onFocus={(event) => event.target.select()} />
    </section>
  );
  return (
    <Drawer open={form !== null} onClose={onClose} title={t('forms.builder.share')} size={narrow ? '100%' : 520} destroyOnHidden>
      {form && (
        <>
          {part('page', pageAddress(form.slug))}
          <p>
            <a href={pageAddress(form.slug)} target="_blank" rel="noopener">
              <ExportOutlined /> {t('forms.share.open')}
            </a>
          </p>
          {part('script', scriptOf(form.slug))}
          {part('frame', frameOf(form.slug))}
          {form.draft.guard.sites.length === 0 && <p className="lw-warning">{t('forms.share.noSites')}</p>}
        </>
      )}
    </Drawer>
  );
}
