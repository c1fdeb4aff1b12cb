import { Button, Input, Select, TreeSelect } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaignOptions } from '../campaigns/campaigns';
import { channelOptions, channelTree, useChannels } from '../campaigns/channels';
import { useUserOptions } from '../workspace/users';
import type { FactDef } from './factDefs';
import type { LeadEdit } from './leads';
import type { LeadRow } from './model';

interface FactEditorProps {
  def: NonNullable<FactDef['edit']>;
  lead: LeadRow;
  label: string;
  onSave: (edit: LeadEdit) => void;
  onCancel: () => void;
}

/** Edits one fact in its place: Enter saves, Escape leaves it. */
export function FactEditor({ def, lead, label, onSave, onCancel }: FactEditorProps) {
  const { t } = useTranslation();
  const before = def.value(lead) ?? null;
  const masked = def.kind === 'phone' && Boolean(before?.includes('*'));
  // A masked number cannot be corrected letter by letter; it is typed anew.
  const [value, setValue] = useState<string | null>(masked ? null : before);
  const [campaignText, setCampaignText] = useState('');
  const channels = useChannels().data ?? [];
  const campaigns = useCampaignOptions(campaignText).data ?? [];
  const users = useUserOptions().data ?? [];

  const options =
    def.kind === 'user'
      ? users.filter((user) => user.active || user.id === before).map((user) => ({ value: user.id, label: user.name }))
      : campaigns.map((campaign) => ({ value: campaign.id, label: campaign.name }));
  const shownOf = (next: string | null) => {
    if (def.kind === 'channel') return channels.find((channel) => channel.id === next)?.name ?? null;
    if (def.kind === 'user' || def.kind === 'campaign') return options.find((option) => option.value === next)?.label ?? null;
    return next;
  };
  const save = () => {
    const next = value?.trim() || null;
    if (next === (masked ? null : before) || (def.key === 'name' && !next)) return onCancel();
    const shown = { [def.shownKey]: shownOf(next), ...(def.key in lead ? { [def.key]: next } : {}) };
    onSave({ draft: { [def.key]: next }, shown });
  };

  let control;
  if (def.kind === 'channel')
    control = (
      <TreeSelect
        allowClear autoFocus defaultOpen aria-label={label} value={value ?? undefined} treeDefaultExpandAll
        showSearch={{ treeNodeFilterProp: 'title' }}
        onChange={(next: string | undefined) => setValue(next ?? null)}
        treeData={channelOptions(channelTree(channels), before)}
      />
    );
  else if (def.kind === 'user' || def.kind === 'campaign')
    control = (
      <Select
        allowClear autoFocus defaultOpen aria-label={label} value={value} options={options}
        showSearch={def.kind === 'campaign' ? { filterOption: false, onSearch: setCampaignText } : { optionFilterProp: 'label' }}
        onChange={(next: string | undefined) => setValue(next ?? null)}
      />
    );
  else if (def.kind === 'note')
    control = (
      <Input.TextArea autoFocus rows={4} maxLength={2000} aria-label={label} value={value ?? ''} onChange={(event) => setValue(event.target.value)} />
    );
  else
    control = (
      <Input
        autoFocus size="small" maxLength={200} aria-label={label} value={value ?? ''}
        inputMode={def.kind === 'phone' ? 'tel' : def.kind === 'email' ? 'email' : 'text'}
        {...(masked ? { placeholder: t('leads.fact.newPhone') } : {})}
        onChange={(event) => setValue(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && save()}
      />
    );

  return (
    <div
      className="lw-fact-form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Escape is for this field; the drawer behind it stays open.
        event.stopPropagation();
        onCancel();
      }}
    >
      {control}
      <span className="lw-actions">
        <Button size="small" type="primary" onClick={save}>{t('common.save')}</Button>
        <Button size="small" onClick={onCancel}>{t('common.cancel')}</Button>
      </span>
    </div>
  );
}
