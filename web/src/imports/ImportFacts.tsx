import { useTranslation } from 'react-i18next';
import { formatBytes } from '../common/format/numbers';
import { Parts } from '../common/Parts';
import { RelativeTime } from '../common/RelativeTime';
import type { Import } from './model';

/** What the file is, as the server read it: an encoding guessed wrong shows here first. */
export function ImportFacts({ batch }: { batch: Import }) {
  const { t } = useTranslation();
  const facts = [t(`imports.kind.${batch.kind}`), formatBytes(batch.size), batch.format, batch.encoding, batch.sheet, batch.createdBy];
  return <Parts of={[...facts, <RelativeTime key="at" at={batch.createdAt} />]} />;
}
