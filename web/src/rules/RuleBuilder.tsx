import { ErrorState, LoadingState } from '../common/templates/PageState';
import { type Condition, editable, type Group, kept } from './model';
import { RuleGroup } from './RuleGroup';
import { useCatalogue } from './rules';
import './rules.css';

interface RuleBuilderProps {
  value: Condition;
  onChange: (condition: Condition) => void;
}

/** Where a marketer says which leads are meant, without writing a formula. */
export function RuleBuilder({ value, onChange }: RuleBuilderProps) {
  const catalogue = useCatalogue();
  if (catalogue.error) return <ErrorState error={catalogue.error} onRetry={() => void catalogue.refetch()} />;
  if (!catalogue.data) return <LoadingState />;
  return <RuleGroup group={editable(value)} catalogue={catalogue.data} onChange={(group: Group) => onChange(kept(group))} />;
}
