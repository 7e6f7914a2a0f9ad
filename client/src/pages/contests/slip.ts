/** A code in clear, for as long as its sheet is open. */
export interface Slip {
  code: string;
  slip: string;
  batch: string;
}

/** The address in the QR code. The code stands behind the `#`, so that no server and no log ever sees it. */
export const slipLink = (election: string, code: string): string =>
  `${window.location.origin}/vote/${election}#${code}`;
