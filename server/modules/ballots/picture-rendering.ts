import { createHash } from 'node:crypto';

/** A picture made anew for the public, in two sizes; `sha256` is the large one's. */
export interface Rendered {
  sha256: string;
  large: Buffer;
  small: Buffer;
}

/** The longer side, in pixels. */
const SIDES = { large: 1080, small: 360 };

/** More pixels than any phone takes; a small file that unpacks to more is no photograph. */
const MOST_PIXELS = 120_000_000;

/** Pixels alone are carried over: upright, without place, device or thumbnail, and one frame of whatever moves. */
const renderedTo = async (side: number, original: Buffer): Promise<Buffer> => {
  // Loaded when the first picture is made: most starts of the system make none.
  const { default: sharp } = await import('sharp');
  return sharp(original, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .webp({ quality: 80 })
    .toBuffer();
};

/** Null where the bytes are no picture that can be read whole. */
export const rendered = async (original: Buffer): Promise<Rendered | null> => {
  try {
    const large = await renderedTo(SIDES.large, original);
    return {
      sha256: createHash('sha256').update(large).digest('hex'),
      large,
      small: await renderedTo(SIDES.small, large),
    };
  } catch {
    return null;
  }
};
