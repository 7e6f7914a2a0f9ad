import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { rendered } from '../../../server/modules/ballots/picture-rendering.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888' }, limitInputPixels: false });

describe('a picture for the public', () => {
  it.each([
    ['a page that calls itself a picture', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a picture that breaks off', null],
    ['nothing', Buffer.alloc(0)],
  ])('is not made of %s', async (_, bytes) => {
    const whole = await plain(800, 600).jpeg().toBuffer();
    expect(await rendered(bytes ?? whole.subarray(0, whole.length / 2))).toBeNull();
  });

  it('is not made of a small file that unpacks to more pixels than any phone takes', async () => {
    const bomb = await plain(14_000, 14_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(5_000_000);
    expect(await rendered(bomb)).toBeNull();
  });

  it('carries over nothing that was hidden behind the pixels', async () => {
    const tail = Buffer.from('<script>alert("behind")</script>');
    const made = await rendered(Buffer.concat([await plain(400, 300).jpeg().toBuffer(), tail]));
    expect(made?.large.includes('alert')).toBe(false);
    expect(made?.large.subarray(8, 12).toString()).toBe('WEBP');
  });

  it('never grows beyond what was uploaded', async () => {
    const made = await rendered(await plain(300, 200).png().toBuffer());
    expect(await sharp(made?.large).metadata()).toMatchObject({ width: 300, height: 200 });
  });
});
