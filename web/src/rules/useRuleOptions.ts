import { useTranslation } from 'react-i18next';
import { useCampaignOptions } from '../campaigns/campaigns';
import { channelPath, useChannels } from '../campaigns/channels';
import { SOURCE_CLASSES, STAGES } from '../common/model';
import { ITEM_KINDS } from '../content/model';
import { useCustomFields, useWords } from '../fields/fields';
import { useFacets, useTags } from '../leads/leads';
import { VERDICTS } from '../leads/model';
import { ANSWERS } from '../qualification/model';
import { SCENES } from '../reports/model';
import { GRADES, ROUTES } from '../scoring/model';
import { useSegments } from '../segments/segments';
import { useUserOptions } from '../workspace/users';

export interface Option {
  value: string;
  label: string;
}

/** What there is to choose from, by the word the server says it with; undefined where one writes freely. */
export function useRuleOptions(): (options: string | null | undefined) => Option[] | undefined {
  const { t } = useTranslation();
  const channels = useChannels().data ?? [];
  const campaigns = useCampaignOptions('').data ?? [];
  const users = useUserOptions().data ?? [];
  const tags = useTags().data ?? [];
  const facets = useFacets().data;
  const segments = useSegments().data ?? [];
  const fields = useCustomFields().data ?? [];
  const labelled = useWords();
  const words = (values: readonly string[], key: string): Option[] => values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  const named = (all: readonly { id: string; name: string }[]): Option[] => all.map(({ id, name }) => ({ value: id, label: name }));
  const free = (values: readonly string[] | undefined): Option[] => (values ?? []).map((value) => ({ value, label: value }));
  return (options) => {
    switch (options) {
      case 'stage': return words(STAGES, 'common.stage');
      case 'sourceClass': return words(SOURCE_CLASSES, 'common.sourceClass');
      case 'verdict': return words(VERDICTS, 'leads.verdict');
      case 'scene': return words(SCENES, 'leads.scene');
      case 'contentKind': return words(ITEM_KINDS, 'content.kind');
      case 'answer': return words(ANSWERS, 'qualification.answer');
      case 'channel': return channels.map(({ id, name }) => ({ value: id, label: channelPath(channels, id) ?? name }));
      case 'campaign': return named(campaigns);
      case 'member': return named(users);
      case 'tag': return named(tags);
      // a rule may name lists by hand only
      case 'segment': return named(segments.filter(({ kind }) => kind === 'static'));
      case 'grade': return free(GRADES);
      case 'route': return words(ROUTES, 'scoring.route');
      case 'province': return free(facets?.provinces);
      case 'industry': return free(facets?.industries);
      default: {
        const own = options?.startsWith('custom:') ? fields.find((field) => `custom:${field.entity}.${field.key}` === options) : undefined;
        return own?.options?.map(({ value, label }) => ({ value, label: labelled(label) }));
      }
    }
  };
}

/** Fields whose options are only suggestions: anything else may be written. */
export const SUGGESTED = new Set(['province', 'industry']);
