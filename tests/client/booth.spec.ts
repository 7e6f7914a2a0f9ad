import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shuffled } from '../../client/src/booth/chance.ts';
import { judgeChain } from '../../client/src/booth/check/chain.ts';
import { readClaim, receiptText } from '../../client/src/booth/receipt-text.ts';
import { chanceToFind } from '../../client/src/booth/results/spot-check.ts';
import { sha256 } from '../../client/src/booth/sha256.ts';
import { checkSignature } from '../../client/src/booth/signature.ts';
import { checkpointHead, manifestHead, receiptMessage, trackerOf } from '../../server/engine/ballot/commitment.ts';
import { newSigningKey, signer } from '../../server/modules/ballots/signing.ts';

const EVENT = 'kites';
const HEX = (sign: string): string => sign.repeat(64);

describe('the booth in the browser', () => {
  it('hashes every text as everybody else does', () => {
    const inNode = (text: string) => createHash('sha256').update(text).digest('hex');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(inNode(text));
      }),
      { numRuns: 500 },
    );
    for (const length of [0, 55, 56, 63, 64, 65, 1_000_000])
      expect(sha256('a'.repeat(length))).toBe(inNode('a'.repeat(length)));
  });

  it('comes to the trackers that the protocol gives as examples', () => {
    const choice = ['act-07', 'act-01', 'act-04'];
    expect(trackerOf({ sha256 }, { election: '2024-hz-uni', nonce: HEX('0'), choice })).toBe(
      '3ec04abc8a174d29045cdc1a3d9583c2e0a5d35a3f44c0b401ec95c4e36b15a9',
    );
  });

  it('puts every entry at every place as often as another', () => {
    const first = new Map<string, number>();
    for (let n = 0; n < 3000; n += 1) {
      const [top = ''] = shuffled(['a', 'b', 'c']);
      first.set(top, (first.get(top) ?? 0) + 1);
    }
    for (const count of first.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
    expect(shuffled(['a', 'b', 'c']).sort()).toEqual(['a', 'b', 'c']);
  });

  it('reads a receipt from its text, its QR code or the tracker alone, and no tracker from a signature', () => {
    const receipt = {
      election: EVENT,
      tracker: HEX('a'),
      nonce: HEX('b'),
      signature: 'c'.repeat(128),
      isRepeated: false,
      signed: 'holds' as const,
    };
    const text = receiptText('https://vote.example', 'Kites of the dead sea', receipt);
    expect(readClaim(text)).toEqual({ tracker: HEX('a'), nonce: HEX('b'), signature: receipt.signature });
    for (const given of [`https://vote.example/vote/kites/check#${HEX('a')}.${HEX('b')}`, `${HEX('A')}.${HEX('b')}`])
      expect(readClaim(given)).toEqual({ tracker: HEX('a'), nonce: HEX('b'), signature: null });
    expect(readClaim(` ${HEX('a')} `)).toEqual({ tracker: HEX('a'), nonce: null, signature: null });
    expect([readClaim('c'.repeat(128)), readClaim(''), readClaim(HEX('a').slice(1))]).toEqual([null, null, null]);
  });

  it('tells what a marked roll is worth as the published table does', () => {
    const percent = (stolen: number, calls: number) => Math.round(chanceToFind({ used: 600, stolen, calls }) * 100);
    expect([percent(30, 30), percent(30, 60), percent(12, 60), percent(6, 60)]).toEqual([79, 96, 72, 47]);
    expect(chanceToFind({ used: 5, stolen: 1, calls: 30 })).toBe(1);
  });
});

describe('the signature of a receipt', () => {
  const { secret, key } = newSigningKey();
  const tracker = HEX('d');
  const signature = signer(secret)(receiptMessage({ sha256 }, EVENT, tracker));
  const given = { election: EVENT, tracker, signature, key };

  it('holds for the ballot that the election signed, and for no other', async () => {
    expect(await checkSignature(given)).toBe('holds');
    expect(await checkSignature({ ...given, tracker: HEX('e') })).toBe('broken');
    expect(await checkSignature({ ...given, election: 'boats' })).toBe('broken');
    expect(await checkSignature({ ...given, key: newSigningKey().key })).toBe('broken');
    expect(await checkSignature({ ...given, signature: 'nothing' })).toBe('broken');
  });

  it('is not called right where the browser cannot verify it', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(crypto), 'subtle');
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      expect(await checkSignature(given)).toBe('unknown');
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
      if (subtle === undefined) throw new Error('this browser has no such thing');
    }
    expect(await checkSignature(given)).toBe('holds');
  });
});

describe('a published chain', () => {
  const digests = { sha256 };
  const manifest = '{"title":"Kites"}';
  const head0 = manifestHead(digests, EVENT, manifest);
  const link = (i: number, prev: string, trackers: string[]) => ({
    i,
    prev,
    trackers,
    head: checkpointHead(digests, { election: EVENT, i, prev, trackers }),
  });
  const one = link(1, head0, [HEX('1'), HEX('2')]);
  const two = link(2, one.head, [HEX('3')]);
  const judge = (checkpoints: (typeof one)[], text = manifest) =>
    judgeChain({ election: EVENT, head0, manifest: text, checkpoints });

  it('is whole when every link follows from the one before', () => {
    expect(judge([one, two])).toEqual({ kind: 'whole', head: two.head, trackers: 3 });
    expect(judge([])).toEqual({ kind: 'whole', head: head0, trackers: 0 });
  });

  it.each([
    ['a tracker was taken away', [{ ...one, trackers: [HEX('1')] }, two], 1],
    ['a tracker was exchanged', [one, { ...two, trackers: [HEX('4')] }], 2],
    ['a link is missing', [two], 1],
    ['a tracker stands twice', [one, link(2, one.head, [HEX('1')])], 2],
    ['a link was written anew', [link(1, head0, [HEX('5')]), two], 2],
  ])('is broken where %s', (_, checkpoints, i) => {
    expect(judge(checkpoints)).toEqual({ kind: 'broken', i });
  });

  it('is not this election’s where the rules were exchanged', () => {
    expect(judge([one, two], '{"title":"Boats"}')).toEqual({ kind: 'other-manifest' });
  });
});
