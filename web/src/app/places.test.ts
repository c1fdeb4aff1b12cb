import { expect, it } from 'vitest';
import { PLACES } from './places';

it('leads by each letter to one place', () => {
  const letters = PLACES.flatMap((group) => group.places.map((place) => place.letter));
  expect(new Set(letters).size).toBe(letters.length);
});
