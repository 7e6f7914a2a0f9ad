/** At most `failures` failed attempts in `minutes`; the next one waits until the oldest of them has left the window. */
interface Limit {
  failures: number;
  minutes: number;
}

/**
 * Windows that grow, so that waiting grows with persistence. Attempts are counted for an account from one network, so a
 * stranger who fails on purpose locks out his own network and not the account's owner.
 */
const ACCOUNT_IN_NETWORK: readonly Limit[] = [
  { failures: 5, minutes: 15 },
  { failures: 10, minutes: 60 },
  { failures: 20, minutes: 24 * 60 },
];

/** One account guessed at from many networks. Networks from which its owner lately signed in stay open to it. */
const ACCOUNT: readonly Limit[] = [{ failures: 100, minutes: 24 * 60 }];

/** One network that guesses at many accounts. Accounts that lately signed in from it are not held up by it. */
const NETWORK: readonly Limit[] = [
  { failures: 50, minutes: 15 },
  { failures: 200, minutes: 24 * 60 },
];

/** How far back failures matter. */
export const LONGEST_WINDOW_MINUTES = 24 * 60;

/** How long a successful sign-in vouches for the network that it came from. */
export const TRUST_DAYS = 90;

/** Failed attempts that count against the one at hand, as seconds ago, the most recent first. */
export interface Failures {
  accountInNetwork: readonly number[];
  account: readonly number[];
  network: readonly number[];
  /** The account signed in from this network not long ago. */
  isTrusted: boolean;
}

const waitFor = (secondsAgo: readonly number[], { failures, minutes }: Limit): number => {
  const oldest = secondsAgo[failures - 1];
  return oldest === undefined ? 0 : Math.max(0, Math.ceil(minutes * 60 - oldest));
};

const longest = (secondsAgo: readonly number[], limits: readonly Limit[]): number =>
  Math.max(0, ...limits.map((limit) => waitFor(secondsAgo, limit)));

/** Seconds until the next attempt is listened to; 0 where it may be made now. */
export const waitSeconds = ({ accountInNetwork, account, network, isTrusted }: Failures): number => {
  const own = longest(accountInNetwork, ACCOUNT_IN_NETWORK);
  return isTrusted ? own : Math.max(own, longest(account, ACCOUNT), longest(network, NETWORK));
};
