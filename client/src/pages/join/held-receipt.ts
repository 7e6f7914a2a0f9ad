/** The receipt that this browser got for a sign-up. Where nothing can be kept, nothing is held. */

const nameOf = (programme: string, workflow: string): string => `formflow.receipt.${programme}.${workflow}`;

export const heldReceipt = (programme: string, workflow: string): string | null => {
  try {
    return localStorage.getItem(nameOf(programme, workflow));
  } catch {
    return null;
  }
};

/** The first one stays: it is the one that counts. */
export const holdReceipt = (programme: string, workflow: string, receipt: string): void => {
  try {
    if (localStorage.getItem(nameOf(programme, workflow)) === null)
      localStorage.setItem(nameOf(programme, workflow), receipt);
  } catch {
    // It is shown on the page as well.
  }
};
