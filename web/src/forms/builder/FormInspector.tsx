import { Checkbox, Input, Radio, Select, TreeSelect } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaignOptions } from '../../campaigns/campaigns';
import { channelOptions, channelTree, useChannels } from '../../campaigns/channels';
import { SOURCE_CLASSES } from '../../common/model';
import { usePurposes } from '../../consent/consent';
import { useConsentWords } from '../../consent/useConsentWords';
import { useTags } from '../../leads/leads';
import type { Flaw, FormDesign } from '../model';
import { BilingualInput } from './BilingualInput';
import { BLANK } from './design';

interface FormInspectorProps {
  design: FormDesign;
  slug: string;
  /** Links to it are out. */
  slugFixed: boolean;
  flaws: Flaw[];
  readOnly: boolean;
  onChange: (design: FormDesign) => void;
  onSlug: (slug: string) => void;
}

/** What belongs to the form as a whole. */
export function FormInspector({ design, slug, slugFixed, flaws, readOnly, onChange, onSlug }: FormInspectorProps) {
  const { t } = useTranslation();
  const [campaignText, setCampaignText] = useState('');
  const channels = useChannels().data ?? [];
  const campaigns = useCampaignOptions(campaignText).data ?? [];
  const tags = useTags().data ?? [];
  const purposes = usePurposes().data ?? [];
  const { nameOf } = useConsentWords();
  const { assigned, ending, guard, consent } = design;
  const flaw = (place: string) => flaws.find((one) => one.place === place)?.message;
  const assign = (patch: Partial<FormDesign['assigned']>) => onChange({ ...design, assigned: { ...assigned, ...patch } });
  const end = (patch: Partial<FormDesign['ending']>) => onChange({ ...design, ending: { ...ending, ...patch } });
  const agree = (patch: Partial<NonNullable<FormDesign['consent']>>) => consent && onChange({ ...design, consent: { ...consent, ...patch } });
  const labelled = (label: string, place: string, input: React.ReactNode) => (
    <div className="forms-input">
      <div className="lw-label">{label}</div>
      {input}
      {flaw(place) && <div className="lw-danger">{flaw(place)}</div>}
    </div>
  );
  const address = (label: string, place: 'redirect' | 'download') =>
    labelled(label, `ending.${place}`, (
      <Input value={ending[place] ?? ''} placeholder="https://" aria-label={label} maxLength={2000} onChange={(event) => end({ [place]: event.target.value || null })} />
    ));

  return (
    <fieldset className="forms-inspector" disabled={readOnly}>
      <BilingualInput label={t('forms.field.title')} value={design.title} flaw={flaw('title')} onChange={(title) => onChange({ ...design, title })} />
      <BilingualInput label={t('forms.field.intro')} value={design.intro} rows={3} maxLength={4000} onChange={(intro) => onChange({ ...design, intro })} />
      <BilingualInput label={t('forms.field.button')} value={design.button} maxLength={40} onChange={(button) => onChange({ ...design, button })} />
      {labelled(t('forms.field.slug'), 'slug', (
        <Input addonBefore="/p/f/" value={slug} disabled={slugFixed} maxLength={60} aria-label={t('forms.field.slug')} onChange={(event) => onSlug(event.target.value)} />
      ))}

      <h3>{t('forms.section.consent')}</h3>
      <Checkbox
        checked={Boolean(consent)}
        onChange={(event) => onChange({ ...design, consent: event.target.checked ? { text: BLANK, linkText: BLANK, required: true } : null })}
      >
        {t('forms.consent.ask')}
      </Checkbox>
      {consent && (
        <>
          <BilingualInput label={t('forms.consent.text')} value={consent.text} rows={3} maxLength={4000} flaw={flaw('consent.text')} onChange={(text) => agree({ text })} />
          {labelled(t('forms.consent.link'), 'consent.link', (
            <Input value={consent.link ?? ''} placeholder="https://" aria-label={t('forms.consent.link')} onChange={(event) => agree({ link: event.target.value || null })} />
          ))}
          {labelled(t('forms.consent.purposes'), 'consent.purposes', (
            <Select
              mode="multiple" style={{ width: '100%' }} aria-label={t('forms.consent.purposes')} value={consent.purposes ?? ['marketing']}
              options={purposes.filter((purpose) => !purpose.archived || consent.purposes?.includes(purpose.key)).map((purpose) => ({ value: purpose.key, label: nameOf(purpose) }))}
              onChange={(keys: string[]) => agree({ purposes: keys })}
            />
          ))}
          <Checkbox checked={consent.required} onChange={(event) => agree({ required: event.target.checked })}>{t('forms.consent.required')}</Checkbox>
        </>
      )}

      <h3>{t('forms.section.assigned')}</h3>
      <p className="lw-muted">{t('forms.assigned.hint')}</p>
      {labelled(t('common.field.channel'), 'assigned.channelId', (
        <TreeSelect
          allowClear style={{ width: '100%' }} value={assigned.channelId ?? null} showSearch={{ treeNodeFilterProp: 'title' }} treeDefaultExpandAll aria-label={t('common.field.channel')}
          treeData={channelOptions(channelTree(channels), assigned.channelId)} onChange={(channelId: string | null | undefined) => assign({ channelId: channelId ?? null })}
        />
      ))}
      {labelled(t('common.field.campaign'), 'assigned.campaignId', (
        <Select
          allowClear style={{ width: '100%' }} value={assigned.campaignId ?? null} showSearch={{ filterOption: false, onSearch: setCampaignText }} aria-label={t('common.field.campaign')}
          options={campaigns.map((one) => ({ value: one.id, label: one.name }))} onChange={(campaignId: string | null | undefined) => assign({ campaignId: campaignId ?? null })}
        />
      ))}
      {labelled(t('common.field.sourceClass'), 'assigned.sourceClass', (
        <Select
          allowClear style={{ width: '100%' }} value={assigned.sourceClass ?? null} aria-label={t('common.field.sourceClass')}
          options={SOURCE_CLASSES.map((value) => ({ value, label: t(`common.sourceClass.${value}`) }))}
          onChange={(sourceClass: string | null | undefined) => assign({ sourceClass: sourceClass ?? null })}
        />
      ))}
      {labelled(t('forms.assigned.tags'), 'assigned.tags', (
        <Select
          mode="tags" style={{ width: '100%' }} value={assigned.tags} aria-label={t('forms.assigned.tags')}
          options={tags.map(({ name }) => ({ value: name, label: name }))} onChange={(next: string[]) => assign({ tags: next })}
        />
      ))}
      {labelled(t('forms.assigned.businessLine'), 'assigned.businessLine', (
        <Input value={assigned.businessLine ?? ''} maxLength={60} aria-label={t('forms.assigned.businessLine')} onChange={(event) => assign({ businessLine: event.target.value || null })} />
      ))}
      <Checkbox checked={assigned.kiosk} onChange={(event) => assign({ kiosk: event.target.checked })}>{t('forms.assigned.kiosk')}</Checkbox>
      <div className="lw-muted">{t('forms.assigned.kioskHint')}</div>

      <h3>{t('forms.section.ending')}</h3>
      <BilingualInput label={t('forms.ending.text')} value={ending.text} rows={3} maxLength={4000} onChange={(text) => end({ text })} />
      {address(t('forms.ending.redirect'), 'redirect')}
      {address(t('forms.ending.download'), 'download')}

      <h3>{t('forms.section.guard')}</h3>
      <Radio.Group
        value={guard.proof} onChange={(event) => onChange({ ...design, guard: { ...guard, proof: event.target.value as 'auto' | 'always' } })}
        options={(['auto', 'always'] as const).map((value) => ({ value, label: t(`forms.guard.${value}`) }))}
      />
      {labelled(t('forms.guard.sites'), 'guard.sites', (
        <Select
          mode="tags" open={false} suffixIcon={null} style={{ width: '100%' }} value={guard.sites} placeholder="https://www.example.com" aria-label={t('forms.guard.sites')}
          onChange={(sites: string[]) => onChange({ ...design, guard: { ...guard, sites } })}
        />
      ))}
      <div className="lw-muted">{t('forms.guard.sitesHint')}</div>
    </fieldset>
  );
}
