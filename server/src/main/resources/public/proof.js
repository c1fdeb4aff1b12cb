// Finds the number behind a hash, by the protocol of ALTCHA. SHA-256 (FIPS 180-4) by hand: browsers
// have it on secure pages only, and an installation within a company may have none.
(() => {
  'use strict';

  const ROUND = new Uint32Array(64);
  const FIRST = new Uint32Array(8);
  (() => {
    // The first 32 bits of the fractions of roots of the first primes, as the standard defines them.
    const fraction = (x) => ((x - Math.floor(x)) * 4294967296) | 0;
    let found = 0;
    for (let n = 2; found < 64; n++) {
      let prime = true;
      for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
      if (!prime) continue;
      if (found < 8) FIRST[found] = fraction(Math.sqrt(n));
      ROUND[found++] = fraction(Math.cbrt(n));
    }
  })();

  const words = new Uint32Array(64);
  const turn = (x, by) => (x >>> by) | (x << (32 - by));

  /** Of ASCII text, as hexadecimal digits. */
  const sha256 = (text) => {
    const length = text.length;
    const blocks = ((length + 8) >> 6) + 1;
    const bytes = new Uint8Array(blocks * 64);
    for (let i = 0; i < length; i++) bytes[i] = text.charCodeAt(i);
    bytes[length] = 0x80;
    const view = new DataView(bytes.buffer);
    view.setUint32(blocks * 64 - 4, length * 8);
    const state = Uint32Array.from(FIRST);
    for (let block = 0; block < blocks; block++) {
      for (let i = 0; i < 16; i++) words[i] = view.getUint32(block * 64 + i * 4);
      for (let i = 16; i < 64; i++) {
        const a = words[i - 15];
        const b = words[i - 2];
        words[i] = words[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + words[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i++) {
        const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + words[i]) | 0;
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
      }
      [a, b, c, d, e, f, g, h].forEach((value, i) => {
        state[i] += value;
      });
    }
    return Array.from(state, (value) => value.toString(16).padStart(8, '0')).join('');
  };

  const find = (challenge) => {
    for (let number = 0; number <= challenge.maxnumber; number++) {
      if (sha256(challenge.salt + number) === challenge.challenge) return number;
    }
    return -1;
  };

  if (typeof window === 'undefined') {
    self.onmessage = (event) => self.postMessage(find(event.data));
  } else {
    window.leadwellProof = find;
    window.leadwellHash = sha256;
  }
})();
