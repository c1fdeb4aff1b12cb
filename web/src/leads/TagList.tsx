import { Tag as AntTag } from 'antd';
import type { Tag } from './model';

/** Tags of a person, the first few in a table cell and the rest as a number. */
export function TagList({ tags, most = 99 }: { tags: readonly Tag[]; most?: number }) {
  const rest = tags.slice(most);
  return (
    <span className="lw-tags">
      {tags.slice(0, most).map((tag) => (
        <AntTag key={tag.id} color={tag.color} variant="filled" className="lw-tag">
          {tag.name}
        </AntTag>
      ))}
      {rest.length > 0 && (
        <span className="lw-muted" title={rest.map((tag) => tag.name).join(' · ')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}
