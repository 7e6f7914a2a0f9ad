import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeFrom, normaliseCode, printedCode } from '../../../server/engine/ballot/code.ts';
import {
  checkpointHead,
  codeCommitment,
  lotKey,
  manifestHead,
  tieCommitment,
  trackerOf,
} from '../../../server/engine/ballot/commitment.ts';
import { byLot } from '../../../server/engine/ballot/tie.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';

const election = '2024-hz-uni';
const FIRST = '3ec04abc8a174d29045cdc1a3d9583c2e0a5d35a3f44c0b401ec95c4e36b15a9';
const SECOND = 'bcb120a8b9e89e30b7d025e9fee797fd865e3e69432114522f33acd2db5a4f5e';
const HEAD_0 = '50577ca3a4852c1bc0dd07a125fc876bb34af50768db8b9b3705150b3a706290';
const lot = { election, secretSeed: '22'.repeat(32), publicSeed: '20240603:1-2-3' };

describe('the protocol, against values that were computed elsewhere', () => {
  it('commits to a code', () => {
    expect(codeCommitment(DIGESTS, election, '0123456789ABCDEFGHJKMNPQ')).toBe(
      'c07a2386734e193cbece1119d48f48411501c5639f669a3d6e646d0c55e2c4d8',
    );
  });

  it('makes trackers of a choice and of a blank ballot, whatever the order of the choice', () => {
    const choice = ['act-07', 'act-01', 'act-04'];
    expect(trackerOf(DIGESTS, { election, nonce: '0'.repeat(64), choice })).toBe(FIRST);
    expect(trackerOf(DIGESTS, { election, nonce: '1'.repeat(64), choice: [] })).toBe(SECOND);
  });

  it('chains the manifest and the first checkpoint', () => {
    expect(manifestHead(DIGESTS, election, '{}')).toBe(HEAD_0);
    expect(checkpointHead(DIGESTS, { election, i: 1, prev: HEAD_0, trackers: [SECOND, FIRST] })).toBe(
      '69c97eee7f075d03bfc5ed6104e56414c4c0c7715341228ad226e6b31165d62c',
    );
  });

  it('commits to the secret half of the seed and draws the lot', () => {
    expect(tieCommitment(DIGESTS, election, lot.secretSeed)).toBe(
      'd4da8325686be2d5724a2fc2e7bd9b3da021eea3769d519aeeaae0046947efc3',
    );
    expect(lotKey(DIGESTS, lot, 'act-01')).toMatch(/^be4c295d.*76c6b$/);
    expect(lotKey(DIGESTS, lot, 'act-04')).toMatch(/^92f36fc7.*df54d$/);
    expect(byLot(DIGESTS, lot)(['act-01', 'act-04'])).toEqual(['act-04', 'act-01']);
  });
});

const anyCode = fc.uint8Array({ minLength: 15, maxLength: 15 }).map((bytes) => codeFrom(bytes) ?? '');

describe('a one-time code', () => {
  it('holds the 120 bits it was made from, none twice', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 15, maxLength: 15 }), fc.nat(119), (bytes, bit) => {
        const other = Uint8Array.from(bytes, (byte, n) => (n === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(codeFrom(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/);
        expect(codeFrom(other)).not.toBe(codeFrom(bytes));
      }),
    );
    expect(codeFrom(new Uint8Array(14))).toBeNull();
  });

  it('is understood however it is typed', () => {
    const ways = [
      (code: string) => code.toLowerCase(),
      (code: string) => ` ${printedCode(code)} `,
      (code: string) => code.replaceAll('0', 'o').replaceAll('1', 'l'),
      (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'i'),
      (code: string) => code.replace(/./g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      (code: string) => printedCode(code).replaceAll('-', '\u2013').replace(/^/, '\ufeff'),
      (code: string) => printedCode(code).replaceAll('-', '\u3000'),
    ];
    fc.assert(
      fc.property(anyCode, fc.constantFrom(...ways), (code, way) => {
        expect(normaliseCode(way(code))).toBe(code);
      }),
    );
  });

  it.each([
    '',
    '0123',
    '0123456789ABCDEFGHJKMNPQR',
    '0123456789ABCDEFGHJKMNPU',
    '\u0410123456789ABCDEFGHJKMNP',
    'x'.repeat(10_000),
  ])('is not %j', (typed) => {
    expect(normaliseCode(typed)).toBeNull();
  });
});
