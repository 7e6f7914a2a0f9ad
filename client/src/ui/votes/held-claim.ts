/** What lets this browser ask for the code again that it drew for this account. */

const nameOf = (election: string, account: string): string => `formflow.claim.${election}.${account}`;

const fresh = (): string =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Kept before it is sent: an answer that is lost costs nobody the code. */
export const claimFor = (election: string, account: string): string => {
  try {
    const name = nameOf(election, account);
    const claim = localStorage.getItem(name) ?? fresh();
    localStorage.setItem(name, claim);
    return claim;
  } catch {
    return fresh();
  }
};
