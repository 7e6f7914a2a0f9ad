/** The two functions that the protocol takes from whoever runs it; texts are hashed as UTF-8, answers are lower-case hex. */
export interface Digests {
  sha256(text: string): string;
  /** The key is the bytes that `hex` stands for, followed by `text`. */
  hmacSha256(key: { hex: string; text: string }, message: string): string;
}

/** Parts of a hashed text are parted by one zero byte, which no part contains. */
const joined = (parts: readonly (string | number)[]): string => parts.join('\0');

/** `H(a, b, …)` of the protocol. */
export const digestOf = ({ sha256 }: Pick<Digests, 'sha256'>, ...parts: (string | number)[]): string =>
  sha256(joined(parts));

/** The HMAC of several parts under a key of hex bytes and text. */
export const keyedDigestOf = (
  { hmacSha256 }: Pick<Digests, 'hmacSha256'>,
  key: { hex: string; text: string },
  ...parts: (string | number)[]
): string => hmacSha256(key, joined(parts));

/** Whether a text can name an election or an entry: it never contains what parts or choices are parted by. */
export const isBallotId = (text: unknown): text is string => typeof text === 'string' && /^[a-z0-9-]{1,36}$/.test(text);
