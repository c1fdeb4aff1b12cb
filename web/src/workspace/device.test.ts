import { expect, it } from 'vitest';
import { deviceOf } from './device';

it('names browser and system', () => {
  expect(deviceOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/142.0 Safari/537.36')).toBe('Chrome · macOS');
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/605.1')).toBe('Safari · iOS');
  expect(deviceOf('curl/8.5')).toBe('curl/8.5');
});
