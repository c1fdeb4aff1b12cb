import { expect, it } from 'vitest';
import { contentsOf } from './ranking';

it('opens the contents that a row sums up', () => {
  expect(contentsOf('item', 'i1')).toBe('/content/i1?tab=figures');
  expect(contentsOf('department', 'd1')).toBe('/content?department=d1');
  expect(contentsOf('author', '0199a0c2-1111-7000-8000-00000000000a')).toBe('/content?author=0199a0c2-1111-7000-8000-00000000000a');
  expect(contentsOf('author', '周 工')).toBe('/content?q=%E5%91%A8%20%E5%B7%A5');
  expect(contentsOf('author', '*')).toBe('/content');
  expect(contentsOf('author', 'none')).toBeNull();
});
